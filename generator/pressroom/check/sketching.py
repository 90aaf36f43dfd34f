"""Sketches: the gist of each story, and where it stands.

Only stories that have four bins of their gist next to each other alike are looked at together.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from pressroom.check.sentences import has_spaces
from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story
from pressroom.prose import gist

_BAND = 4
_WIDE = _BAND * gist.DIGITS
_NOTHING = _BAND * gist.EMPTY


class Sketch(Model):
    """A story's sketch, and where it stands."""

    path: str
    line: int
    language: str
    title: str
    date: datetime
    bins: str
    """The gist of its text."""

    def likeness(self, other: "Sketch") -> float:
        """Return how many of the shingles two stories have in common, from 0 to 1."""
        empty = (gist.EMPTY, gist.EMPTY)
        pairs = [pair for pair in zip(_parts(self.bins), _parts(other.bins), strict=True) if pair != empty]
        return sum(one == another for one, another in pairs) / max(len(pairs), 1)

    def bands(self) -> list[tuple[str, int, str]]:
        """Return what two stories share where they are nearly the same."""
        bins, language = self.bins, self.language
        bands = [(language, at, bins[at : at + _WIDE]) for at in range(0, len(bins), _WIDE)]
        return [band for band in bands if band[2] != _NOTHING]


def sketches(issues: Iterable[Issue]) -> Iterator[Sketch]:
    """Give the sketch of each story that is long enough to be told from others, in its own language."""
    for issue in issues:
        for text in issue.stories or (issue,):
            if text.language == issue.language and not text.source.broken and has_spaces(text.language):
                yield from _sketch(text, issue.date)


def _sketch(text: Story | Issue, date: datetime) -> Iterator[Sketch]:
    if bins := text.prose.gist:
        source = text.source
        yield Sketch(
            path=source.path,
            line=source.line("title"),
            language=text.language,
            title=text.title,
            date=date,
            bins=bins,
        )


def _parts(bins: str) -> Iterator[str]:
    return (bins[at : at + gist.DIGITS] for at in range(0, len(bins), gist.DIGITS))
