"""Who gets which message: audiences, and the editions of an issue."""

from collections.abc import Iterable
from typing import Literal

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Readers, Story

Kind = Literal["desk", "frontline"]


class Audience(Model):
    """A group of employees that gets one edition."""

    id: str
    language: str
    kind: Kind = "desk"
    to: str = ""
    """A distribution list's address; one message goes there."""

    recipients: str = ""
    """The name of a CSV that CI provides; one message goes to each."""


class Edition(Model):
    """An issue made ready for one language and one kind of reader."""

    issue: Issue
    kind: Kind = "desk"
    to: tuple[str, ...] = ()
    """The addresses of the distribution lists that it is sent to."""

    @property
    def id(self) -> str:
        """The edition's name: `en`, `nl`, `en-frontline`."""
        return self.issue.language if self.kind == "desk" else f"{self.issue.language}-{self.kind}"

    def stories(self) -> tuple[Story, ...]:
        """Return the issue's stories that are meant for these readers, in order."""
        return tuple(story for story in self.issue.stories if story.audience in (Readers.ALL, Readers(self.kind)))


def editions(issue: Issue, audiences: tuple[Audience, ...]) -> tuple[Edition, ...]:
    """Return the editions of an issue: the desk's first, then whatever the audiences ask for beside it."""
    wanted = [audience for audience in audiences if audience.language == issue.language]
    kinds: dict[Kind, None] = dict.fromkeys(("desk", *(audience.kind for audience in wanted)))
    return tuple(Edition(issue=issue, kind=kind, to=_lists(wanted, kind)) for kind in kinds)


def _lists(audiences: Iterable[Audience], kind: Kind) -> tuple[str, ...]:
    """Return the distribution lists of those audiences that are of one kind, each once."""
    return tuple(dict.fromkeys(audience.to for audience in audiences if audience.kind == kind and audience.to))
