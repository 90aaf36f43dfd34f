"""What was read of a YAML text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressroom.model.finding import Fault

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
