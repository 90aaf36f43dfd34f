"""What a build makes: pages for the engine, files, copies, and pictures."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from pressroom.model.base import Model
from pressroom.model.bulk import Bulk
from pressroom.model.label import Label
from pressroom.model.picture import Picture
from pressroom.model.share_card import Icon, ShareCard
from pressroom.model.web_page import WebPage


class Document(Model):
    """What search knows of a page: the words that it is found by, and what is shown of it."""

    address: str
    """Relative to the site's root: `issues/2026-11/`."""

    language: str
    """The language of the readers who find it."""

    title: str
    label: str = ""
    """Its section, or what kind of thing it is: `Leadership`, `Episode 3`."""

    people: str = ""
    """Who wrote it or speaks in it: `Ada and Bram`."""

    date: str = ""
    """As readers see it: `19 November 2026`."""

    picture: str = ""
    """The smallest variant's address, relative to the site's root."""

    draft: str = ""
    standfirst: str = ""
    markup: Bulk = Bulk()
    """`html`."""

    in_parts: bool = False
    """Whether a reader is led to the heading under which the words were found."""

    @property
    def html(self) -> str:
        """Return its text; links and pictures are neutral."""
        return str(self.markup)


class Batch(NamedTuple):
    """Documents that appeared together: those of an issue or an episode; or those without a date."""

    make: Callable[[], Iterable[Document]]
    size: int
    """How many it makes."""

    month: str = ""
    """When they appeared: `2026-11`."""

    key: str = ""
    """What they follow from, beside the program; empty where it is as much work to know it as to make them."""


class Artifact(Model):
    """A file whose bytes were computed."""

    path: str
    """Relative to the publication's root: `site/feed.xml`, `build/email/2026-11/en.eml`."""

    data: bytes


class Derived(Model):
    """A file whose bytes are computed only where they do not lie there already."""

    path: str
    """As an artifact's."""

    key: str
    """What its bytes follow from, beside the program; empty where nobody knows."""

    make: Callable[[], bytes]

    @property
    def data(self) -> bytes:
        """Its bytes, computed each time."""
        return self.make()


class Copy(Model):
    """A file that is published as it lies in the content; a sound, with a label of its own."""

    path: str
    """Relative to the publication's root: `site/podcast/ask-the-coo/ask-the-coo.mp3`."""

    source: str
    """Relative to the publication's root."""

    digest: str
    label: Label | None = None
    """The ID3 tag that is put before a sound, in place of its own."""

    skip: int = 0
    """Bytes of the source, its own tag, that are left out for that."""


class Artwork(Model):
    """A picture in its full size and own format, without what a camera wrote beside it."""

    path: str
    """Relative to the publication's root: `site/podcast/artwork-1a2b3c4d5e6f.jpg`."""

    picture: Picture


class Output(Model):
    """All that a build makes, before any of it is written."""

    pages: tuple[WebPage, ...] = ()
    files: tuple[Artifact | Derived, ...] = ()
    copies: tuple[Copy, ...] = ()
    artworks: tuple[Artwork, ...] = ()
    cards: tuple[ShareCard, ...] = ()
    icons: tuple[Icon, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """The pictures in use; their variants are made into `site/`."""

    def drawn(self) -> tuple[ShareCard | Icon, ...]:
        """Return all that is drawn beside the publication's own pictures."""
        return (*self.cards, *self.icons)

    documents: tuple[Batch, ...] = ()
    """What readers can search for, newest first."""
