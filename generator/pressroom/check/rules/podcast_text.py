"""A text about the show or an episode is longer than podcast apps take.

Why: apps cut it in the middle of a word, and directories refuse the show. A title has at most 255
characters, a description 4,000 bytes. Source: PSP-1.

Bad:
    title: Between Harbours, the podcast in which …      (300 characters)

Good:
    title: Between Harbours
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.podcast import Show
from pressroom.model.source import Source

NAME = "podcast-text"
SEVERITY = Severity.ERROR

CHARACTERS = 255
"""For a title or a name."""

BYTES = 4000
"""For a description, in UTF-8."""


def find(case: Case) -> Iterator[Finding]:
    """Measure the show's texts and each episode's."""
    show = case.publication.show
    if show is not None:
        yield from _of_show(show)
    for episode in case.episodes():
        yield from _short(episode.source, "title", episode.title)
        yield from _long(episode.source, "summary", episode.summary)


def _of_show(show: Show) -> Iterator[Finding]:
    yield from _short(show.source, "title", show.title)
    yield from _short(show.source, "author", show.author)
    yield from _long(show.source, "description", show.description)


def _short(source: Source, field: str, text: str) -> Iterator[Finding]:
    if len(text) > CHARACTERS:
        message = f"`{field}` has {len(text)} characters; podcast apps take {CHARACTERS}."
        yield error(NAME, source.path, source.line(field), message, f"Take out {len(text) - CHARACTERS} or more.")


def _long(source: Source, field: str, text: str) -> Iterator[Finding]:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > BYTES:
        message = f"`{field}` has {size:,} bytes; podcast apps take {BYTES:,}, which is about 600 words."
        yield error(NAME, source.path, source.line(field), message, "Shorten it; the show notes may say the rest.")
