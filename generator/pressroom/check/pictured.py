"""Pictures and their words, inside a text and above it."""

from collections.abc import Iterator
from typing import NamedTuple

from pressroom.check.case import written
from pressroom.check.reading import Reading
from pressroom.model.issue import Story


class Pictured(NamedTuple):
    """A picture that a text shows, with words for those who do not see it."""

    line: int
    target: str
    alt: str


def pictured(reading: Reading) -> Iterator[Pictured]:
    """Give each picture that has words, the story's own first."""
    text = reading.text
    if isinstance(text, Story) and text.image_target and text.image_alt and written(text.source, "image_alt"):
        yield Pictured(text.source.line("image_alt"), text.image_target, text.image_alt.strip())
    for use in text.prose.pictures:
        if alt := use.alt.strip():
            yield Pictured(use.line, use.target, alt)
