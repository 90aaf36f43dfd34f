"""Tools: the theme as it was read, and the engine and the press set up with it, kept until it changes."""

from functools import cached_property
from pathlib import Path
from threading import RLock

from pressroom.build.compiled import CompiledLetters
from pressroom.build.hand_press import HandPress
from pressroom.build.places import Places
from pressroom.build.themes import read_theme
from pressroom.model.brand import Brand
from pressroom.model.edition import Edition
from pressroom.model.imprint import Imprint
from pressroom.model.message import Message
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.model.web_page import WebPage
from pressroom.render import newsletter


class Tools:
    """What prints pages and messages, one at a time; `folder` is where the theme's files are written."""

    def __init__(self, places: Places, folder: Path) -> None:
        self._places = places
        self._folder = folder
        self._one_at_a_time = RLock()
        self._set_up: dict[str, HandPress] = {}
        self._files: dict[str, Path] = {}
        self._press: tuple[Brand, newsletter.Press] | None = None

    @cached_property
    def website(self) -> Theme:
        """The site's theme.

        Raises:
            Unreadable: a file of it cannot be read.

        """
        return read_theme(self._places.themes("website"))

    def print(self, page: WebPage, publication: Publication) -> bytes:
        """Return a page of the site as a build writes it.

        Raises:
            Unreadable: mkdocs.yml or a template of the theme is faulty.

        """
        with self._one_at_a_time:
            return self._engine(publication).print(page)

    def file(self, path: str, publication: Publication) -> Path | None:
        """Return a file of the site's theme by its path in the site."""
        with self._one_at_a_time:
            self._engine(publication)
        return self._files.get(path)

    def message(self, edition: Edition, current: Release) -> Message:
        """Return an edition's message.

        Raises:
            ThemeFaulty: the newsletter's theme does not work.

        """
        with self._one_at_a_time:
            if self._press is None or self._press[0] != current.publication.brand:
                theme, brand = read_theme(self._places.themes("newsletter")), current.publication.brand
                self._press = brand, newsletter.set_up(theme, brand, CompiledLetters())
            return newsletter.render_one(edition, current, self._press[1])

    def _engine(self, publication: Publication) -> HandPress:
        """Return the engine; what it is set up with is the publication's name and address, and nothing else of it."""
        name = f"{publication.base_url} {publication.name}"
        if name not in self._set_up:
            self._set_up = {name: HandPress(self._places, Imprint.of(publication), self._folder)}
            site = self._folder / "site"
            self._files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
        return self._set_up[name]
