"""The newsletter's nouns: an issue, its stories, and the standing pages beside them."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from pressroom.model.base import Model
from pressroom.model.event import Event
from pressroom.model.picture import Picture
from pressroom.model.prose import Prose
from pressroom.model.source import Source


class Readers(StrEnum):
    """Whom a story is for; a reader is at a desk or at the front line."""

    ALL = "all"
    DESK = "desk"
    FRONTLINE = "frontline"


class Telling(StrEnum):
    """How much of a story its issue's message tells."""

    FULL = "full"
    TEASER = "teaser"
    """Its picture and its summary."""

    LINK = "link"
    """Its title."""


class Story(Model):
    """A story of an issue, in one language."""

    slug: str
    language: str
    address: str
    """Relative to the site's root, with a slash at its end: `nl/issues/2026-11/open-enrolment/`."""

    title: str
    summary: str
    updated: datetime
    section: str | None = None
    authors: tuple[str, ...] = ()
    image: Picture | None = None
    image_target: str | None = None
    """The picture's file as it was written, also where there is no such picture."""

    image_alt: str = ""
    audience: Readers = Readers.ALL
    order: int | None = None
    prose: Prose
    pictures: tuple[Picture | None, ...] = ()
    """What the prose's pictures turned out to be, in the same order; None where there is no such picture."""

    source: Source


class Issue(Model):
    """An issue, in one language."""

    id: str
    language: str
    address: str
    """Relative to the site's root, with a slash at its end: `issues/2026-11/`."""

    title: str
    date: datetime
    updated: datetime
    number: int | None = None
    subject: str
    preheader: str
    summary: str = ""
    editors: tuple[str, ...] = ()
    episode: str | None = None
    """The id of the episode that belongs to it."""

    draft: bool = False
    publish_at: datetime | None = None
    prose: Prose
    """The editor's letter; with no stories, the whole issue."""

    pictures: tuple[Picture | None, ...] = ()
    """What the prose's pictures turned out to be, in the same order; None where there is no such picture."""

    stories: tuple[Story, ...] = ()
    """In reading order. A story without a translation stands here in the default language."""

    listed: tuple[str, ...] = ()
    """The slugs in `stories:` as they were written."""

    newsletter: Mapping[str, Telling] = {}
    """From a slug, as it was written, to how much the message tells of that story.

    What stands here is never told in another way. Of all other stories the message has a teaser, while there is room.
    """

    question: str = ""
    """What the issue asks its readers; empty where it asks what they think of it."""

    events: tuple[Event, ...] = ()
    """In the order in which they were written."""

    source: Source

    def is_single_file(self) -> bool:
        """Tell whether the whole issue is one text."""
        return not self.stories

    def appears(self) -> datetime:
        """Return the moment from which it is meant to be read."""
        return self.publish_at or self.date

    def is_held(self, now: datetime) -> bool:
        """Tell whether readers may not see it yet."""
        return self.draft or (self.publish_at is not None and self.publish_at > now)


class Page(Model):
    """A standing page, in one language."""

    slug: str
    language: str
    address: str
    title: str
    summary: str = ""
    updated: datetime | None = None
    prose: Prose
    pictures: tuple[Picture | None, ...] = ()
    source: Source
