"""The structure of a YAML text, taken from the parser event by event and under limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from yaml import events

from pressroom.load.faults import fault
from pressroom.load.quoting import in_quotes
from pressroom.model.finding import Fault

DEEPEST = 20
"""How many mappings and lists may lie inside one another."""

MOST = 20_000
"""How many values a text may have."""


class _Mark(Protocol):
    """A place in the text, as either parser has it."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class Refused(Exception):
    """The text is no set of fields; nothing of it can be used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True)
class Node:
    """A value as it was written."""

    line: int
    """Counted from 0, as the parser counts."""

    tag: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class Scalar(Node):
    """A piece of text."""

    text: str = ""
    style: str = ""
    """Nothing where it is plain; else its quote, `|` or `>`."""

    end: tuple[int, int] = (0, 0)
    """The line and the column behind it, counted from 0."""


@dataclass(frozen=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Mapping(Node):
    """Fields, in the order in which they were written."""

    entries: tuple[tuple[Node, Node], ...] = ()


@dataclass(frozen=True)
class Alias(Node):
    """A value that was to be taken from elsewhere in the text."""


class Composer:
    """Composes the nodes of one text, once."""

    def __init__(self, parsed: Iterable[events.Event], lines: list[str], first_line: int) -> None:
        self._events = iter(parsed)
        self._lines = lines
        self._first_line = first_line
        self._count = 0

    def compose(self) -> Node | None:
        """Return the text's one document; None where it holds nothing but comments.

        Raises:
            Refused: the text has more than one document, or is beyond a limit.
            yaml.MarkedYAMLError: the text is no YAML.

        """
        next(self._events)
        if isinstance(next(self._events), events.StreamEndEvent):
            return None
        root = self._node(next(self._events), 0)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, events.StreamEndEvent):
            hint = "Put all fields into one, and delete this line."
            raise self._refused("yaml-documents", after, "A second set of fields begins here.", hint)
        return root

    def _node(self, event: events.Event, depth: int) -> Node:
        self._count += 1
        if self._count > MOST:
            hint = "Split the file, or shorten its lists."
            raise self._refused("yaml-size", event, f"The file has more than {MOST:,} values.", hint)
        line, anchor = _at(event.start_mark)[0], getattr(event, "anchor", None)
        if isinstance(event, events.ScalarEvent):
            return Scalar(line, event.tag, anchor, event.value, event.style or "", _at(event.end_mark))
        if isinstance(event, events.CollectionStartEvent):
            return self._collection(event, depth + 1)
        return Alias(line, None, anchor)

    def _collection(self, event: events.CollectionStartEvent, depth: int) -> Node:
        line = _at(event.start_mark)[0]
        if depth > DEEPEST:
            message = f"This goes more than {DEEPEST} levels deep; no field needs that."
            raise self._refused("yaml-depth", event, message, in_quotes(self._lines[line]))
        if isinstance(event, events.SequenceStartEvent):
            return Sequence(line, event.tag, event.anchor, tuple(self._node(item, depth) for item in self._inside()))
        entries = tuple((self._node(key, depth), self._node(next(self._events), depth)) for key in self._inside())
        return Mapping(line, event.tag, event.anchor, entries)

    def _inside(self) -> Iterator[events.Event]:
        for event in self._events:
            if isinstance(event, events.CollectionEndEvent):
                return
            yield event

    def _refused(self, rule: str, event: events.Event, message: str, hint: str) -> Refused:
        return Refused(fault(rule, self._first_line + _at(event.start_mark)[0], message, hint))


def _at(mark: _Mark | None) -> tuple[int, int]:
    """Return the line and the column of a mark, counted from 0."""
    return (mark.line, mark.column) if mark else (0, 0)
