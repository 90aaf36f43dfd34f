"""Printing: pages come out of the engine, and are kept by the sheaves that they were made in.

A sheaf's key says what its pages follow from; here the theme, mkdocs.yml and the program are added. Pages that were
kept are the bytes that the engine would write, so that a build with them and one without are the same.

Where mkdocs.yml is plain, pages are printed by hand: the engine is set up once for all processes, and nothing lies on
the disk between a page and its place. Where it brings in anything, MkDocs itself runs, and its events with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from pressroom import crew
from pressroom.build.growing import Growth
from pressroom.build.places import Places
from pressroom.build.press import Job, Press, remember
from pressroom.build.settings import design, is_plain
from pressroom.model.base import Malformed, Model
from pressroom.model.imprint import Imprint
from pressroom.model.publication import Publication
from pressroom.model.web_page import WebPage
from pressroom.packs import Pack
from pressroom.render.website import Sheaf
from pressroom.store import Store

if TYPE_CHECKING:
    from pressroom.build.hand_press import HandPress

_KIND, _TEXTS = "pages", "html"

_SHARED = 16
"""So many sheaves are printed sooner by two processes than by one."""

_FIRST = 3
"""So many sheaves, of which one is an issue's, need nearly all templates; what they compiled serves both processes."""

_SHEAVES = "sheaves"
"""The key of each sheaf of the last build, by the address of its first page."""

_LISTED = ("updated", "alternates")
"""What the sitemap reads of a page's meta."""


class Printed(Model):
    """The pages of one sheaf, without their HTML."""

    pages: tuple[WebPage, ...]
    digests: tuple[str, ...]
    """Of the HTML of each, in hex."""

    sizes: tuple[int, ...]
    """Bytes."""

    sources: tuple[str, ...]
    """What each was printed from, as a digest."""


_Printed = dict[int, Printed]
"""By the place of their sheaf."""


@dataclass(frozen=True)
class Print:
    """What is needed to print."""

    places: Places
    publication: Publication
    program: str
    """The program's digest."""

    store: Store
    growth: Growth
    press: Press | None = None
    """What prints where there is little."""

    done: Callable[[], None] = lambda: None
    """Called after each page."""

    def pages(self, sheaves: Sequence[Sheaf]) -> tuple[WebPage, ...]:
        """Write every page, and the theme's files, into the growing site; return them without HTML.

        Raises:
            Unreadable: mkdocs.yml or a template of the theme is faulty; the message says which.
            OSError: the site cannot be written.

        """
        keys = self._keys(sheaves)
        kept = {at: printed for at, key in enumerate(keys) if (printed := self._kept(key))}
        texts = {at: text for at, printed in kept.items() if (text := self._texts(printed, keys[at])) is not None}
        whole = self._print([at for at in range(len(sheaves)) if at not in texts], sheaves, keys)
        for at, printed in whole.items():
            self._heads.take(keys[at], printed.to_json())  # another process has kept some of them
        for at, text in texts.items():
            whole[at] = self._write(kept[at], text)
        self._heads.close()
        remember(Imprint.of(self.publication), self.store)
        self._note({printed.pages[0].address: keys[at] for at, printed in whole.items() if printed.pages})
        return tuple(page for at in range(len(sheaves)) for page in whole[at].pages)

    @cached_property
    def _heads(self) -> Pack:
        return Pack(self.store, _KIND)

    @cached_property
    def _is_plain(self) -> bool:
        return is_plain(self.places.config(), self.store)

    @cached_property
    def _design(self) -> str:
        return design(self.places, self.store)

    def _keys(self, sheaves: Sequence[Sheaf]) -> list[str]:
        """Return what each sheaf is kept by; nothing for those that are made each time."""
        if not self.store.keeps or not self._is_plain:
            return ["" for _ in sheaves]
        press = f"{self.program} {self._design}"
        return [sheaf.key and f"{press} {sheaf.key}" for sheaf in sheaves]

    def _kept(self, key: str) -> Printed | None:
        data = self._heads.get(key) if key else None
        try:
            return Printed.from_json(data) if data else None
        except Malformed:
            return None

    def _texts(self, printed: Printed, key: str) -> bytes | None:
        """Return the HTML of pages, one after another; empty where the last build has it, None where none is kept."""
        there = self.growth.has_all(dict(zip(map(_path, printed.pages), printed.digests, strict=True)))
        texts = b"" if there else self.store.get(_TEXTS, key)
        return texts if there or texts is None or len(texts) == sum(printed.sizes) else None

    def _print(self, lacking: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str]) -> _Printed:
        """Have what was not kept printed: by an engine that is set up already, or where there is much, by two."""
        if self.press and self._is_plain and len(lacking) < _SHARED:
            made = {at: tuple(sheaves[at].make()) for at in lacking}
            pages = [page for of_sheaf in made.values() for page in of_sheaf]
            known = self._known(pages)
            texts = self._pressed(self.press, [page for page in pages if page.address not in known])
            if texts is not None:
                pressed = iter(texts)
                whole = [known[page.address] if page.address in known else next(pressed) for page in pages]
                self._furnish(self.press.furniture)
                return self._put_all(self._kept_apart(made, whole, keys))
        with TemporaryDirectory(dir=self.places.staging, prefix=".pages-") as folder:
            print_them = self._by_hand if self._is_plain else self._by_engine
            printed = print_them(lacking, sheaves, keys, Path(folder))
            self._furnish(Path(folder, "site"))
        return printed

    def _known(self, pages: Sequence[WebPage]) -> Mapping[str, bytes]:
        """Return the HTML of those pages that were printed from the same before, by their addresses.

        Where one story changes, most pages of its issue stay as they were.
        """
        found: dict[str, bytes] = {}
        for key in {self._last[page.address]: None for page in pages if page.address in self._last}:
            printed = self._kept(key)
            texts = self.store.get(_TEXTS, key) if printed else None
            if printed and texts is not None and len(texts) == sum(printed.sizes):
                found |= dict(_same(printed, texts, pages))
        return found

    @cached_property
    def _last(self) -> Mapping[str, str]:
        data = self.store.get(_SHEAVES, self._circumstances) if self.store.keeps else None
        return msgspec.json.decode(data or b"{}", type=dict[str, str])

    @cached_property
    def _circumstances(self) -> str:
        """What every page follows from beside its own matter."""
        return f"{self.program} {self._design} {Imprint.of(self.publication)!r}"

    def _note(self, sheaves: Mapping[str, str]) -> None:
        """Keep which sheaves this build has."""
        named = {address: key for address, key in sheaves.items() if key}
        if named and named != self._last:
            self.store.put(_SHEAVES, self._circumstances, msgspec.json.encode(named))

    def _pressed(self, press: Press, pages: Sequence[WebPage]) -> list[bytes] | None:
        """Return pages as the press printed them; None where it had no room to work in."""
        try:
            return press.begin(Job(Imprint.of(self.publication), self._design, pages))()
        except OSError:
            return None

    def _kept_apart(
        self, made: Mapping[int, Sequence[WebPage]], texts: Sequence[bytes], keys: list[str]
    ) -> Iterator[tuple[int, Printed, bytes]]:
        """Give the sheaves that some pages are of, and keep them."""
        begins = 0
        for at, pages in made.items():
            own = texts[begins : begins + len(pages)]
            begins += len(pages)
            for _ in pages:
                self.done()
            yield at, self._keep(pages, own, keys[at]), b"".join(own)

    def _by_hand(self, lacking: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str], folder: Path) -> _Printed:
        """Print sheaf by sheaf, each page straight into its place; the other process lays its sheaves into a folder."""
        from pressroom.build.hand_press import HandPress  # noqa: PLC0415  it brings MkDocs, and a press has it already

        press = HandPress(self.places, Imprint.of(self.publication), folder)
        work = partial(self._sheaves, press, sheaves, keys)
        if len(lacking) < _SHARED:
            return self._put_all(work(lacking, self.done))
        printed = self._put_all(work(lacking[:_FIRST], self.done))
        left = lacking[_FIRST:]
        with crew.beside(lambda done: _laid(work(left[1::2], done), folder), self.done) as others:
            printed |= self._put_all(work(left[::2], self.done))
            rest: _Printed = others()
        return printed | self._put_all((at, one, (folder / str(at)).read_bytes()) for at, one in rest.items())

    def _sheaves(
        self,
        press: "HandPress",
        sheaves: Sequence[Sheaf],
        keys: list[str],
        ats: Sequence[int],
        done: Callable[[], None],
    ) -> Iterator[tuple[int, Printed, bytes]]:
        """Give some of the sheaves as they are printed, and keep them."""
        for at in ats:
            pages, texts = tuple(sheaves[at].make()), list[bytes]()
            for page in pages:
                texts.append(press.print(page))
                done()
            yield at, self._keep(pages, texts, keys[at]), b"".join(texts)

    def _put_all(self, printed: Iterable[tuple[int, Printed, bytes]]) -> _Printed:
        """Put sheaves into the growing site as they come."""
        return {at: self._put(one, texts) for at, one, texts in printed}

    def _by_engine(self, lacking: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str], folder: Path) -> _Printed:
        """Have MkDocs write pages, where there are many twice at once, and move them into their places."""
        here, there = folder / "site", folder / "other"
        if len(lacking) < _SHARED:
            printed = self._press(lacking, sheaves, keys, here, self.done)
            self._place(printed, here)
            return printed
        with crew.beside(partial(self._press, lacking[1::2], sheaves, keys, there), self.done) as others:
            printed = self._press(lacking[::2], sheaves, keys, here, self.done)
            rest: _Printed = others()
        self._place(printed, here)
        self._place(rest, there)
        return printed | rest

    def _place(self, printed: _Printed, folder: Path) -> None:
        """Put pages that were printed into the growing site."""
        for sheaf in printed.values():
            for page, sum_of_it in zip(sheaf.pages, sheaf.digests, strict=True):
                self.growth.put(_path(page), sum_of_it, (folder / _file(page)).replace)
                (folder / _file(page)).unlink(missing_ok=True)

    def _furnish(self, folder: Path) -> None:
        """Put into the growing site what else an engine wrote: the theme's files."""
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            sum_of_it = sha256(path.read_bytes()).hexdigest()
            self.growth.put(f"site/{path.relative_to(folder).as_posix()}", sum_of_it, partial(copyfile, path))

    def _press(
        self, ats: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str], folder: Path, done: Callable[[], None]
    ) -> _Printed:
        """Have one engine print some of the sheaves, and keep them."""
        from pressroom.build.engine import build_pages  # noqa: PLC0415  it brings MkDocs, and a press has it already

        made = {at: tuple(sheaves[at].make()) for at in ats}
        if not made:
            return {}
        build_pages(
            [page for of_sheaf in made.values() for page in of_sheaf],
            self.places,
            Imprint.of(self.publication),
            folder,
            done,
        )
        return {
            at: self._keep(of_sheaf, [(folder / _file(page)).read_bytes() for page in of_sheaf], keys[at])
            for at, of_sheaf in made.items()
        }

    def _keep(self, pages: Sequence[WebPage], texts: Sequence[bytes], key: str) -> Printed:
        printed = Printed(
            pages=tuple(map(_without_html, pages)),
            digests=tuple(sha256(text).hexdigest() for text in texts),
            sizes=tuple(map(len, texts)),
            sources=tuple(map(_source, pages)) if key else (),
        )
        if key:
            self.store.put(_TEXTS, key, b"".join(texts))
            self._heads.put(key, printed.to_json())
        return printed

    def _write(self, printed: Printed, texts: bytes) -> Printed:
        """Write the pages of a sheaf that was kept."""
        self._put(printed, texts)
        for _ in printed.pages:
            self.done()
        return printed

    def _put(self, printed: Printed, texts: bytes) -> Printed:
        """Put the pages of a sheaf into the growing site, given with their HTML, one after another."""
        begins = 0
        for page, sum_of_it, size in zip(printed.pages, printed.digests, printed.sizes, strict=True):
            text = texts[begins : begins + size]
            self.growth.put(_path(page), sum_of_it, lambda path, text=text: path.write_bytes(text))  # type: ignore[misc] # a default is how a loop's value is kept
            begins += size
        return printed


def _laid(printed: Iterable[tuple[int, Printed, bytes]], folder: Path) -> _Printed:
    """Lay the HTML of sheaves into a folder, each under its number."""
    laid = {}
    for at, one, texts in printed:
        (folder / str(at)).write_bytes(texts)
        laid[at] = one
    return laid


def _same(printed: Printed, texts: bytes, pages: Sequence[WebPage]) -> Iterator[tuple[str, bytes]]:
    """Give the HTML of those pages that are printed from what was printed before."""
    wanted, begins = {page.address: page for page in pages}, 0
    for page, source, size in zip(printed.pages, printed.sources, printed.sizes, strict=True):
        now = wanted.get(page.address)
        if now and _source(now) == source:
            yield page.address, texts[begins : begins + size]
        begins += size


def _source(page: WebPage) -> str:
    """Return what a page is printed from, as a digest, but for the theme's words, which are part of the design."""
    own = {name: value for name, value in page.meta.items() if name != "words"}
    return sha256(msgspec.json.encode([page.address, page.template, own, page.content])).hexdigest()


def _without_html(page: WebPage) -> WebPage:
    meta = {name: page.meta[name] for name in _LISTED if name in page.meta}
    return WebPage(address=page.address, template=page.template, meta=meta)


def _path(page: WebPage) -> str:
    return f"site/{_file(page)}"


def _file(page: WebPage) -> str:
    return page.address if page.address == page.template else f"{page.address}index.html"
