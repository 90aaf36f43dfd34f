"""What a build makes: pages for the engine, files, copies, and pictures."""

from collections.abc import Mapping
from typing import Any

from pressroom.model.base import Model
from pressroom.model.picture import Picture


class WebPage(Model):
    """A finished page: its body, and all that the theme's template says around it."""

    address: str
    """Relative to the site's root: `issues/2026-11/`."""

    template: str
    """The theme's template: `issue.html`."""

    meta: Mapping[str, Any]
    """What the template reads as `page.meta`: plain strings, numbers, lists and mappings, with final addresses."""

    content: str = ""
    """Placed, sanitised HTML."""


class Artifact(Model):
    """A file whose bytes were computed."""

    path: str
    """Relative to the publication's root: `site/feed.xml`, `build/email/2026-11/en.eml`."""

    data: bytes


class Copy(Model):
    """A file that is published as it lies in the content."""

    path: str
    """Relative to the publication's root: `site/podcast/ask-the-coo/ask-the-coo.mp3`."""

    source: str
    """Relative to the publication's root."""

    digest: str


class Artwork(Model):
    """A picture in its full size and own format, without what a camera wrote beside it."""

    path: str
    """Relative to the publication's root: `site/podcast/artwork-1a2b3c4d5e6f.jpg`."""

    picture: Picture


class Output(Model):
    """All that a build makes, before any of it is written."""

    pages: tuple[WebPage, ...] = ()
    files: tuple[Artifact, ...] = ()
    copies: tuple[Copy, ...] = ()
    artworks: tuple[Artwork, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """The pictures in use; their variants are made into `site/`."""
