"""Panes: how each reader gets an issue, as values: on a phone, at a desk, in an inbox, in an app.

The live light table and the proof show the same ones. A pane says either which page of the site it shows, by its
address, or brings what it shows; where that then lies is for whoever shows it.
"""

from collections.abc import Iterator
from typing import Literal

from pressroom.model.base import Model
from pressroom.model.edition import Edition, editions
from pressroom.model.issue import Issue
from pressroom.model.message import Message
from pressroom.model.release import Release
from pressroom.preview.darkness import in_the_dark, in_the_light

Kind = Literal["page", "email", "text"]
"""A page of the site, which may run its scripts; a message's HTML, which may not; plain words."""

PHONE, MAIL, DESK = 375, 640, 1280
"""CSS pixels: a phone, a mail program beside its list of messages, a screen at a desk."""


class Pane(Model):
    """What one reader sees."""

    name: str
    """Unique among the panes of an edition, in lower case with hyphens: `email-dark`."""

    kind: Kind
    label: str
    width: int
    """CSS pixels that the reader's screen is wide; 0 where that is all the same."""

    address: str = ""
    """The page, relative to the site's root, of a pane that shows one: `issues/2026-11/`."""

    data: bytes = b""
    """UTF-8: what is shown, where that is no page."""


class Place(Model):
    """What can be laid on the light table: one edition of one issue."""

    issue: str
    language: str
    edition: str
    """`en-frontline`"""

    title: str
    draft: bool
    """Whether readers may not see it yet."""

    @property
    def name(self) -> str:
        """Its name among all: `2026-11/en-frontline`."""
        return f"{self.issue}/{self.edition}"


def places(current: Release) -> tuple[Place, ...]:
    """Return all that can be laid on the table, the newest issue first."""
    audiences = current.publication.audiences
    return tuple(
        place(edition, current) for issue in current.publication.issues for edition in editions(issue, audiences)
    )


def place(edition: Edition, current: Release) -> Place:
    """Return where an edition is found."""
    issue = edition.issue
    return Place(
        issue=issue.id,
        language=issue.language,
        edition=edition.id,
        title=issue.title,
        draft=current.is_draft(issue),
    )


def panes(message: Message, current: Release) -> tuple[Pane, ...]:
    """Return the panes of an edition, in the order in which they are looked at."""
    issue = message.edition.issue
    return (
        Pane(name="phone", kind="page", label="The site on a phone", width=PHONE, address=issue.address),
        Pane(name="desk", kind="page", label="The site at a desk", width=DESK, address=issue.address),
        *_episode(issue, current),
        *_email(message),
    )


def _email(message: Message) -> Iterator[Pane]:
    html = in_the_light(message.html).encode()
    yield Pane(name="email-phone", kind="email", label="The email on a phone", width=PHONE, data=html)
    yield Pane(name="email-desk", kind="email", label="The email at a desk", width=MAIL, data=html)
    dark = in_the_dark(message.html).encode()
    yield Pane(name="email-dark", kind="email", label="The email in the dark", width=PHONE, data=dark)
    yield Pane(name="email-text", kind="text", label="The email as plain text", width=0, data=message.text.encode())


def _episode(issue: Issue, current: Release) -> Iterator[Pane]:
    """Give the page of the issue's episode, where the site may have one."""
    show = current.publication.show_in_site()
    episode = show.episode(issue.episode) if show else None
    if episode:
        yield Pane(name="episode", kind="page", label="The episode", width=PHONE, address=episode.address)
