"""Sketches: what is left of a story so that two that are nearly the same can be told, among thousands and at once.

A text's runs of four words are its shingles. Each falls into one of 32 bins, of which each keeps its smallest: two
texts have as many bins alike as they have shingles in common (one permutation hashing; P. Li, A. Owen, C.-H. Zhang,
NIPS 2012). Only stories that have four bins next to each other alike are looked at together.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zlib import crc32

from pressroom.check.sentences import has_spaces
from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story

BINS = 32
_BAND = 4
_DIGITS = 8
_LARGEST = 0xFFFFFFFF
_EMPTY = f"{_LARGEST:08x}"
_WORDS = 4

_SHORTEST = 60
"""Words; shorter texts are alike by chance, such as two notices."""

_READ = 400
"""Words of a story that are looked at: who copies one copies its beginning."""


class Sketch(Model):
    """A story's sketch, and where it stands."""

    path: str
    line: int
    language: str
    title: str
    date: datetime
    bins: str
    """The smallest shingle of each bin, in hex."""

    def likeness(self, other: "Sketch") -> float:
        """Return how many of the shingles two stories have in common, from 0 to 1."""
        pairs = [pair for pair in zip(_parts(self.bins), _parts(other.bins), strict=True) if pair != (_EMPTY, _EMPTY)]
        return sum(one == another for one, another in pairs) / max(len(pairs), 1)

    def bands(self) -> Iterator[tuple[str, int, str]]:
        """Give what two stories share where they are nearly the same."""
        wide = _BAND * _DIGITS
        for at in range(0, len(self.bins), wide):
            band = self.bins[at : at + wide]
            if band != _EMPTY * _BAND:
                yield self.language, at, band


def sketches(issues: Iterable[Issue]) -> Iterator[Sketch]:
    """Give the sketch of each story that is long enough to be told from others, in its own language."""
    for issue in issues:
        for text in issue.stories or (issue,):
            if text.language == issue.language and not text.source.broken and has_spaces(text.language):
                yield from _sketch(text, issue.date)


def _sketch(text: Story | Issue, date: datetime) -> Iterator[Sketch]:
    words = text.prose.text.casefold().encode("utf-8", "surrogatepass").split(maxsplit=_READ)[:_READ]
    if len(words) >= _SHORTEST:
        source = text.source
        yield Sketch(
            path=source.path,
            line=source.line("title"),
            language=text.language,
            title=text.title,
            date=date,
            bins=_bins(words),
        )


def _bins(words: list[bytes]) -> str:
    runs = map(b" ".join, zip(*(words[at:] for at in range(_WORDS)), strict=False))
    smallest = [_LARGEST] * BINS
    for number in map(crc32, runs):
        if number < smallest[number % BINS]:  # noqa: PLR1730  min() would take as long as all the rest
            smallest[number % BINS] = number
    return "".join(f"{number:08x}" for number in smallest)


def _parts(bins: str) -> Iterator[str]:
    return (bins[at : at + _DIGITS] for at in range(0, len(bins), _DIGITS))
