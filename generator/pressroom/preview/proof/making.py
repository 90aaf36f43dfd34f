"""Making a proof: the pages, messages, pictures and sound of one issue, in a folder that opens from disk."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from pressroom.build import share_cards
from pressroom.build.engine import build_pages
from pressroom.build.examination import Examination
from pressroom.build.making import bring
from pressroom.build.pictures import draw_variants
from pressroom.build.places import Places
from pressroom.build.themes import read_theme
from pressroom.model import addresses
from pressroom.model.artifact import Copy
from pressroom.model.imprint import Imprint
from pressroom.model.message import Message
from pressroom.model.picture import Picture
from pressroom.model.web_page import WebPage
from pressroom.preview.panes import panes
from pressroom.preview.proof import layout
from pressroom.preview.proof.camera import Shot
from pressroom.preview.proof.layout import Sheet
from pressroom.preview.proof.matter import Matter
from pressroom.preview.proof.offline import SITE, Ground, settle
from pressroom.render import podcast, website
from pressroom.store import Store

MARK: Final = "proof.json"
"""The file by which a folder is known as a proof."""

LARGEST_SOUND: Final = 5_000_000
"""Bytes of a sound that comes along; of a larger one the proof says that it is left out."""

_PAGE = ".html"
_MISSING = "The sound is not in this proof: it is larger than 5 MB, or lies elsewhere."


@dataclass(frozen=True)
class Making:
    """One proof that is being made in a folder of its own."""

    places: Places
    examination: Examination
    matter: Matter
    folder: Path
    _albums: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    """The variants of each picture that was drawn, by its path."""

    def make(self) -> None:
        """Write all of it.

        Raises:
            Unreadable: a template is faulty, or a picture or sound has changed since it was examined.
            OSError: the folder cannot be written.

        """
        (self.folder / MARK).write_text(_told(self.matter), encoding="utf-8")
        sheets = [] if self.matter.is_faulty else list(self._tables())
        self._ask_for_prints()
        for name, text in layout.pages(self.matter, sheets):
            self._write(name, text.encode())
        self._bring()

    def _tables(self) -> Iterator[Sheet]:
        """Write the site's pages and the messages, and give what each edition's light table shows."""
        pages = self._pages
        build_pages(pages, self.places, Imprint.of(self.matter.current.publication), self.folder / SITE)
        for page in pages:
            path = self.folder / SITE / addresses.file(page.address)
            path.write_text(settle(path.read_text(encoding="utf-8"), page.address, self._ground), encoding="utf-8")
        for address, text in self._letters.items():
            self._write(SITE + address, settle(text.decode(), address, self._ground).encode())
        for message in self.matter.messages:
            yield self._table(message)

    def _table(self, message: Message) -> Sheet:
        edition = message.edition.id
        shown = panes(message, self.matter.current)
        for pane in shown:
            if pane.kind == "email":
                name = layout.place(edition, pane)
                text = settle(pane.data.decode(), "", self._ground, at=name)
                self._write(name, text.encode())
            elif pane.kind == "text":
                self._write(layout.place(edition, pane), pane.data)
        return Sheet(edition=edition, language=message.edition.issue.language, panes=shown)

    @cached_property
    def _pages(self) -> tuple[WebPage, ...]:
        if self.matter.is_faulty:
            return ()
        return website.of_issue(self.matter.current, read_theme(self.places.themes("website")), self.matter.id)

    @cached_property
    def _letters(self) -> Mapping[str, bytes]:
        """The messages as readers find them on the site, by their addresses."""
        prefixes = {SITE + issue.address for issue in self.matter.issues}
        files = self.examination.output.files
        return {
            file.path.removeprefix(SITE): file.data
            for file in files
            if file.path.endswith(_PAGE) and f"{file.path.rpartition('/')[0]}/" in prefixes
        }

    @cached_property
    def _ground(self) -> Ground:
        own = {addresses.file(page.address) for page in self._pages} | self._letters.keys()
        makers, folder = self._makers, self.folder / SITE
        return Ground(
            base_url=self.matter.current.publication.base_url,
            has=lambda path: path in own or path in makers or (folder / path).is_file(),
            missing=_MISSING,
        )

    @cached_property
    def _makers(self) -> Mapping[str, Callable[[], None]]:
        """What brings each file that the engine does not write, by its path in the site."""
        output = self.examination.output
        files = [file for file in output.files if file.path.startswith(self._folders) and not file.path.endswith(_PAGE)]
        drawings = share_cards.drawings(self.places.root, output, self._store)
        return {
            **{file.path.removeprefix(SITE): partial(self._write, file.path, file.data) for file in files},
            **{path: partial(self._draw, path, draw) for path, draw in drawings.items()},
            **{path: partial(self._draw_variant, path, picture) for path, picture in self._variants().items()},
            **{copy.path.removeprefix(SITE): partial(bring, self.places, self.folder, copy) for copy in self._sound()},
        }

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        """Where files stand that are the issue's or its episode's own, or those of every page; no feed is brought."""
        episode = self.matter.episode
        own = [*(issue.address for issue in self.matter.issues), *([episode.address] if episode else [])]
        return (f"{SITE}assets/", *(SITE + address for address in own))

    def _variants(self) -> dict[str, Picture]:
        """Return all pictures that may be asked for, by the paths of their variants."""
        pictures = (*self.examination.output.pictures, *(one.picture for one in self.matter.prints))
        return {variant.address: picture for picture in pictures for variant in picture.variants()}

    def _sound(self) -> Iterator[Copy]:
        """Give the episode's sound, where it is small enough to come along."""
        episode = self.matter.episode
        audio = episode.audio if episode else None
        if episode and audio and audio.path and audio.bytes <= LARGEST_SOUND:
            wanted = SITE + addresses.enclosure(episode.id, audio.path)
            yield from (copy for copy in podcast.copies(self.matter.current) if copy.path == wanted)

    def _ask_for_prints(self) -> None:
        """Ask for what the contact sheet shows."""
        for one in self.matter.prints:
            self._ground.wanted.update((layout.thumbnail(one.picture), layout.full(one.picture)))

    def _bring(self) -> None:
        """Bring what the pages ask for, and the brand's fonts, which its style asks for."""
        for copy in () if self.matter.is_faulty else self.examination.output.copies:
            if copy.path.startswith(SITE + addresses.BRAND):
                bring(self.places, self.folder, copy)
        for path in sorted(self._ground.wanted & self._makers.keys()):
            self._makers[path]()

    def _draw(self, path: str, draw: Callable[[], bytes]) -> None:
        self._write(SITE + path, draw())

    def _draw_variant(self, path: str, picture: Picture) -> None:
        self._write(SITE + path, self._drawn(picture)[path])

    def _drawn(self, picture: Picture) -> Mapping[str, bytes]:
        """Return a picture's variants; each picture is drawn once."""
        if picture.path not in self._albums:
            self._albums[picture.path] = dict(draw_variants(self.places.root, picture, self._store))
        return self._albums[picture.path]

    @cached_property
    def _store(self) -> Store:
        return Store(self.places.cache / "pressroom")

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def shots(matter: Matter) -> tuple[Shot, ...]:
    """Return the pictures that a browser is to take of a proof, each page once; none where nothing was rendered."""
    found: dict[tuple[str, int], Shot] = {}
    for message in matter.messages:
        for pane in panes(message, matter.current):
            file = layout.lies(message.edition.id, pane)
            if pane.kind != "text":
                name = f"{message.edition.id}-{pane.name}"
                found.setdefault((file, pane.width), Shot(name=name, file=file, width=pane.width))
    return tuple(found.values())


def _told(matter: Matter) -> str:
    """Return what marks a folder as a proof, and tells a program what it holds."""
    told = {
        "proof": matter.id,
        "title": matter.title,
        "held": bool(matter.mark),
        "errors": sum(1 for one in (*matter.findings, *matter.elsewhere) if one.severity == "error"),
        "words": {length.language: length.words for length in matter.lengths},
        "bytes": {weight.edition: weight.bytes for weight in matter.weights},
        "pictures": len(matter.prints),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
