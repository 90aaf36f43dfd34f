"""What the chat is told of an issue or an episode."""

import textwrap
from typing import Final

from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication

_LINES: Final = 3
_WIDTH: Final = 160
"""Characters of a line; a phone shows two or three lines of that."""


class Notice(Model):
    """A word in the chat."""

    title: str
    lines: tuple[str, ...]
    """At most three."""

    link: str

    @property
    def body(self) -> str:
        """Return all but the title, as plain text."""
        return "\n".join((*self.lines, self.link))


def notice_of(publication: Publication, thing: Issue | Episode) -> Notice:
    """Return what the chat is told of an issue or an episode."""
    lines = _of_issue(thing) if isinstance(thing, Issue) else _told(thing.summary)
    shown = tuple(textwrap.shorten(line, _WIDTH, placeholder=" …") for line in lines[:_LINES])
    title = f"{publication.name}: {thing.title}" if isinstance(thing, Issue) else _heard(publication, thing)
    return Notice(title=title, lines=shown, link=f"{publication.base_url}{thing.address}")


def _of_issue(issue: Issue) -> tuple[str, ...]:
    """Return an issue's summary and the titles that lead it."""
    titles = tuple(f"• {story.title}" for story in issue.stories)
    return (*_told(issue.summary), *titles)


def _told(summary: str) -> tuple[str, ...]:
    return (summary,) if summary else ()


def _heard(publication: Publication, episode: Episode) -> str:
    show = publication.show
    return f"{show.title}: {episode.title}" if show else episode.title
