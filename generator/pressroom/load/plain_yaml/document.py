"""What was read of a YAML text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pressroom.model.finding import Fault, Fix

Value = str | None | list["Value"] | dict[str, "Value"]
"""Every scalar is text; None is a value that was left empty."""


def below(place: str, name: str) -> str:
    """Return the path of a field inside the one at `place`; at the top, its name alone."""
    return f"{place}.{name}" if place else name


@dataclass(frozen=True)
class Document:
    """A mapping of fields, where each of them stands, and what is wrong."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """From a field's path (`chapters.2.start`, counted from 0) to its line in the file."""

    faulty: frozenset[str] = frozenset()
    """The paths of fields that were left out, since a fault tells what is wrong with them."""

    faults: tuple[Fault, ...] = ()
    broken: bool = False
    """Whether it could not be parsed; there are no values then."""

    text: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Its lines, as they stand in the file."""

    first_line: int = field(default=1, compare=False, repr=False)
    """The line of the file that is its first."""

    def line(self, number: int) -> str:
        """Return a line of the file; nothing where it is none of these."""
        at = number - self.first_line
        return self.text[at] if 0 <= at < len(self.text) else ""

    def replacing(self, number: int, written: str, right: str) -> Fix | None:
        """Return the fix that puts one value in the place of another; None where it is not certain which it is."""
        return replacing(self.line(number), number, written.strip(), right)


def replacing(line: str, number: int, written: str, right: str) -> Fix | None:
    """Return the fix that puts a value in the place of another, if that stands in the line once, by itself."""
    if not written or not right:
        return None
    alone = re.compile(rf"(?<![^\s\"'\[({{<,:])(?:{re.escape(written)})(?![^\s\"'\])}}>,#])")
    found = list(alone.finditer(line))
    if len(found) != 1:
        return None
    after = f"{line[: found[0].start()]}{right}{line[found[0].end() :]}"
    return Fix(line=number, before=line, after=after)
