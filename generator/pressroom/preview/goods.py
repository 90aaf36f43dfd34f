"""Goods: what the site holds beside its pages, each made when somebody asks for it, and kept as long as it is right."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from threading import RLock
from typing import Final

from pressroom.build import making, share_cards
from pressroom.build.examination import pictures
from pressroom.build.pictures import clean_picture, draw_variants
from pressroom.build.places import Places
from pressroom.build.search import indexing
from pressroom.model.artifact import Artifact, Artwork, Copy, Derived, Output
from pressroom.model.picture import FOLDER as PICTURES
from pressroom.model.picture import Picture
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.preview.trial import Trial
from pressroom.render import calendar, codes, feeds, podcast, robots, website
from pressroom.render.brand import icons
from pressroom.render.website import brand_files
from pressroom.store import Store

Good = bytes | Path
"""What is small as it is; what is large, or made of a file, in a folder of ours."""

_File = Artifact | Derived

_SITE: Final = "site/"
_SEARCH: Final = "pagefind/"


class Cellar:
    """Where goods are kept that were made, for as long as the process runs.

    A page asks for many at once, and several panes for the same one: each is made once, and seen when it is whole.
    """

    def __init__(self, places: Places, folder: Path) -> None:
        self.places = places
        self.store = Store(places.cache / "pressroom")
        self._folder = folder
        self._brought: dict[str, str] = {}
        self._making = RLock()

    def copy(self, copy: Copy) -> Path:
        """Return a file that is published as it lies, a sound with its label."""
        path, known = self._folder / copy.path, copy.to_json().decode()
        with self._making:
            if self._brought.get(copy.path) != known:
                path.unlink(missing_ok=True)
                making.bring(self.places, self._folder, copy)
                self._brought[copy.path] = known
        return path

    def picture(self, picture: Picture, address: str) -> Path:
        """Return one variant of a picture; its address says what is in it."""
        if address not in self._brought:
            with self._making:
                for name, data in self._lacking(address, partial(draw_variants, self.places.root, picture, self.store)):
                    self._put(name, data)
        return self._folder / address

    def drawn(self, address: str, draw: Callable[[], bytes]) -> Path:
        """Return a picture whose address says what is in it."""
        if address not in self._brought:
            with self._making:
                for name, data in self._lacking(address, lambda: [(address, draw())]):
                    self._put(name, data)
        return self._folder / address

    def _lacking(self, address: str, draw: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterable[tuple[str, bytes]]:
        """Return what is drawn with what lies at an address, but for what lies there by now."""
        drawn = () if address in self._brought else draw()
        return [(name, data) for name, data in drawn if name not in self._brought]

    def _put(self, address: str, data: bytes) -> None:
        path = self._folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._brought[address] = ""


class Goods:
    """All that a release has beside its pages, by paths relative to the site's root."""

    def __init__(self, cellar: Cellar, current: Release, theme: Theme, trial: Trial) -> None:
        self._cellar = cellar
        self._current = current
        self._theme = theme
        self._trial = trial

    def find(self, path: str) -> Good | None:
        """Return a file, if there is one at this path.

        Raises:
            Unreadable: a picture or a sound is no longer what was read.
            Unwritable: the search index cannot be made.

        """
        tried = path.startswith(self._trial.inside(self._current.publication))
        seekers: tuple[Callable[[str], Good | None], ...] = (
            self._branded,
            self._copy,
            *((self._tried,) if tried else ()),
            self._picture if path.startswith(PICTURES) else self._drawing,
            self._searched if path.startswith(_SEARCH) else self._written,
        )
        return next((good for seek in seekers if (good := seek(path)) is not None), None)

    def _branded(self, path: str) -> Good | None:
        return _data(self._brand.get(path))

    @cached_property
    def _brand(self) -> Mapping[str, _File]:
        return _by_path(brand_files.files(self._current.publication))

    def _copy(self, path: str) -> Good | None:
        copy = self._copies.get(path)
        return self._cellar.copy(copy) if copy else None

    @cached_property
    def _copies(self) -> Mapping[str, Copy]:
        copies = (*podcast.copies(self._current), *brand_files.copies(self._current.publication.brand))
        return {copy.path.removeprefix(_SITE): copy for copy in copies}

    def _tried(self, path: str) -> Good | None:
        """Return a file of the show as an app here gets it."""
        make = self._tried_out.get(path)
        return make() if make else None

    @cached_property
    def _tried_out(self) -> Mapping[str, Callable[[], Good]]:
        shelf, cellar = self._trial.shelf(self._current), self._cellar
        found: dict[str, Callable[[], Good]] = {one.path: partial(bytes, one.data) for one in shelf.files}
        found |= {one.path: partial(cellar.picture, one.picture, one.address) for one in shelf.variants}
        found |= {one.path: partial(self._artwork, one) for one in shelf.artworks}
        return found | {one.path: partial(cellar.copy, one) for one in shelf.copies}

    def _artwork(self, artwork: Artwork) -> Path:
        return self._cellar.drawn(
            artwork.path, lambda: clean_picture(self._cellar.places.root, artwork, self._cellar.store)
        )

    def _picture(self, path: str) -> Good | None:
        picture = self._pictures.get(path)
        return self._cellar.picture(picture, path) if picture else None

    @cached_property
    def _pictures(self) -> Mapping[str, Picture]:
        return {variant.address: picture for picture in pictures(self._current) for variant in picture.variants()}

    def _drawing(self, path: str) -> Good | None:
        """Return artwork in its full size, a share card, or an icon."""
        for artwork in podcast.artworks(self._current):
            if artwork.path == f"{_SITE}{path}":
                return self._artwork(artwork)
        draw = self._drawings.get(path) if path.endswith((".jpg", ".png")) else None
        return self._cellar.drawn(path, draw) if draw else None

    @cached_property
    def _catalogues(self) -> tuple[website.Catalogue, ...]:
        return website.catalogues(self._current, self._theme)

    @cached_property
    def _drawings(self) -> Mapping[str, Callable[[], bytes]]:
        cards, brand = website.cards(self._catalogues), self._current.publication.brand
        drawn = Output(cards=cards, icons=icons(brand))
        return share_cards.drawings(self._cellar.places.root, drawn, self._cellar.store)

    def _written(self, path: str) -> Good | None:
        return _data(self._texts.get(path))

    @cached_property
    def _texts(self) -> Mapping[str, _File]:
        """The feeds and calendars, what apps read of episodes, and the codes on printed pages."""
        current, remember = self._current, self._cellar.store.remember
        drawn = codes.render(
            current, lambda address: remember("codes", f"{codes.recipe()} {address}", partial(codes.code, address))
        )
        written = (*feeds.render(current), *calendar.render(current), *podcast.render(current), *drawn)
        return _by_path((*written, robots.render(current.publication)))

    def _searched(self, path: str) -> Good | None:
        return _data(self._index.get(path))

    @cached_property
    def _index(self) -> Mapping[str, _File]:
        with indexing(website.documents(self._catalogues, {}), self._cellar.store) as index:
            return _by_path(index())


def _by_path(files: Iterable[_File]) -> Mapping[str, _File]:
    return {file.path.removeprefix(_SITE): file for file in files}


def _data(file: _File | None) -> bytes | None:
    return file.data if file else None
