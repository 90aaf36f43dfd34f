"""A label: what an MP3 says of itself before its sound begins, in an ID3 tag."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

from pressroom.model.base import Model
from pressroom.model.picture import Picture

COVER_ROOM = 65_536
"""Bytes that a label keeps free for its cover, whatever the picture needs: so its size is known before it is drawn."""

PICTURE_ROOM = 24_576
"""Bytes that it keeps free for a chapter's picture."""


_LONGEST = 0xFFFFFFFE
"""Milliseconds that a tag can say."""


class LabelledChapter(Model):
    """A part of the sound."""

    start: int
    """Milliseconds."""

    end: int
    """Milliseconds."""

    title: str
    url: str = ""
    picture: Picture | None = None

    @classmethod
    def between(cls, start: float, end: float, **said: Any) -> Self:
        """Make a chapter that lasts from one moment to another, in seconds; it never ends before it begins."""
        first, last = (min(round(moment * 1000), _LONGEST) for moment in (start, end))
        return cls(start=first, end=max(first, last), **said)


class Label(Model):
    """Who speaks, about what, when, and where each part begins; texts are legal and of one line."""

    title: str
    show: str
    people: str
    publisher: str = ""
    day: str
    """`2026-11-19`."""

    season: int | None = None
    number: int | None = None
    cover: Picture | None = None
    chapters: tuple[LabelledChapter, ...] = ()

    def room(self) -> int:
        """Return how many bytes are kept free for pictures."""
        pictures = sum(1 for chapter in self.chapters if chapter.picture)
        return COVER_ROOM * bool(self.cover) + PICTURE_ROOM * pictures


def spans(starts: Sequence[float], end: float) -> tuple[tuple[float, float], ...]:
    """Return from when to when each part lasts: until the next begins, the last until the end."""
    return tuple(pairwise((*starts, end)))
