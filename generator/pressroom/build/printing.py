"""Printing: pages come out of the engine, and are kept by the sheaves that they were made in.

A sheaf's key says what its pages follow from; here the theme, mkdocs.yml and the program are added. Pages that were
kept are the bytes that the engine would write, so that a build with them and one without are the same.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from pressroom import crew
from pressroom.build.engine import build_pages
from pressroom.build.places import Places
from pressroom.build.themes import digest
from pressroom.fingerprints import of_program
from pressroom.model.artifact import WebPage
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.render.website import Sheaf
from pressroom.store import Store

_KIND = "pages"
_LENGTH = 8
"""Bytes that say how long the first part of an entry is."""

_SHARED = 16
"""So many sheaves are printed sooner by two engines than by one."""

_OURS = {"site_name", "docs_dir", "site_dir", "theme", "extra", "plugins"}
"""What mkdocs.yml may say and its pages be kept; a hook, another file or plugin could bring in anything."""

_LISTED = ("updated", "alternates")
"""What the sitemap reads of a page's meta."""


class Printed(Model):
    """The pages of one sheaf, with what other files say of them; their HTML lies in the site."""

    pages: tuple[WebPage, ...]


_Printed = dict[int, Printed]
"""By the place of their sheaf."""


@dataclass(frozen=True)
class Print:
    """What is needed to print."""

    places: Places
    publication: Publication
    store: Store
    done: Callable[[], None] = lambda: None
    """Called after each page."""

    def pages(self, sheaves: Sequence[Sheaf], site: Path) -> tuple[WebPage, ...]:
        """Write every page, and the theme's files, into a folder, which is emptied first; return them without HTML.

        Raises:
            Unreadable: mkdocs.yml or a template of the theme is faulty; the message says which.
            OSError: the folder cannot be written.

        """
        keys = self._keys(sheaves)
        kept = {at: entry for at, key in enumerate(keys) if (entry := self._kept(key))}
        lacking = [at for at in range(len(sheaves)) if at not in kept]
        printed = self._print(lacking, sheaves, keys, site)
        for at, entry in kept.items():
            printed[at] = self._write(entry, site)
        return tuple(page for at in range(len(sheaves)) for page in printed[at].pages)

    def _keys(self, sheaves: Sequence[Sheaf]) -> list[str]:
        """Return what each sheaf is kept by; nothing for those that are made each time."""
        places = self.places
        if not self.store.keeps or not _is_plain(places.config()):
            return ["" for _ in sheaves]
        mkdocs = sha256(places.config().read_bytes()).hexdigest()
        press = f"{of_program(self.store)} {digest(places.themes('website'), self.store)} {mkdocs}"
        return [sheaf.key and f"{press} {sheaf.key}" for sheaf in sheaves]

    def _kept(self, key: str) -> bytes | None:
        return self.store.get(_KIND, key) if key else None

    def _print(self, lacking: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str], site: Path) -> _Printed:
        """Have the engine print what was not kept; where there is much, two of them."""
        if len(lacking) < _SHARED:
            return self._press(lacking, sheaves, keys, site, self.done)
        aside = site.with_name("pages")
        with crew.beside(partial(self._press, lacking[1::2], sheaves, keys, aside), self.done) as others:
            own = self._press(lacking[::2], sheaves, keys, site, self.done)
            rest = others()
        for page in (page for printed in rest.values() for page in printed.pages):
            path = site / _file(page)
            path.parent.mkdir(parents=True, exist_ok=True)
            (aside / _file(page)).replace(path)
        return own | rest

    def _press(
        self, ats: Sequence[int], sheaves: Sequence[Sheaf], keys: list[str], folder: Path, done: Callable[[], None]
    ) -> _Printed:
        """Have one engine print some of the sheaves, and keep them."""
        made = {at: tuple(sheaves[at].make()) for at in ats}
        if not made:
            return {}
        pages = [page for of_sheaf in made.values() for page in of_sheaf]
        build_pages(pages, self.places, self.publication, folder, done)
        printed = {at: Printed(pages=tuple(map(_without_html, of_sheaf))) for at, of_sheaf in made.items()}
        for at, one in printed.items():
            if keys[at]:
                self.store.put(_KIND, keys[at], _entry(one, folder))
        return printed

    def _write(self, entry: bytes, site: Path) -> Printed:
        """Write the pages of an entry."""
        begins = _LENGTH + int.from_bytes(entry[:_LENGTH])
        head = json.loads(entry[_LENGTH:begins])
        printed = Printed.model_validate(head["printed"])
        for page, size in zip(printed.pages, head["sizes"], strict=True):
            path = site / _file(page)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(entry[begins : begins + size])
            begins += size
            self.done()
        return printed


def _entry(printed: Printed, folder: Path) -> bytes:
    """Return pages as they are kept: what is said of them, then one's HTML after another's."""
    texts = [(folder / _file(page)).read_bytes() for page in printed.pages]
    head = json.dumps({"printed": printed.model_dump(mode="json"), "sizes": [len(text) for text in texts]}).encode()
    return b"".join((len(head).to_bytes(_LENGTH), head, *texts))


def _without_html(page: WebPage) -> WebPage:
    meta = {name: page.meta[name] for name in _LISTED if name in page.meta}
    return WebPage(address=page.address, template=page.template, meta=meta)


def _file(page: WebPage) -> str:
    return page.address if page.address == page.template else f"{page.address}index.html"


def _is_plain(config: Path) -> bool:
    """Tell whether pages follow from what is known here: mkdocs.yml brings in no code and nothing of the machine's."""
    try:
        root = yaml.compose(config.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return False  # the engine says what is wrong with it
    said = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    plugins = [one.value for one in said["plugins"].value] if "plugins" in said else []
    theme: Any = said.get("theme")
    own = isinstance(theme, yaml.MappingNode) and all(key.value != "custom_dir" for key, _ in theme.value)
    return bool(said) and said.keys() <= _OURS and plugins == ["pressroom"] and own and not any(_foreign(root))


def _foreign(node: Any) -> Iterator[bool]:
    """Give whether each part of a YAML document is of a kind that is no plain YAML, such as `!ENV`."""
    yield not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _foreign(part)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _foreign(part)
