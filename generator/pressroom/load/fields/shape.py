"""The shape of what was written, held against a model: unknown, missing, empty, doubled, of the wrong kind."""

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pressroom.load.faults import fault
from pressroom.load.fields.base import Fields, key_of, required_fields, shown
from pressroom.load.fields.refusing import told
from pressroom.load.plain_yaml import Value, below
from pressroom.model.finding import Fault
from pressroom.model.near import listed, nearest

_MOST_DIGITS = 6
"""Digits of an entry's position; a longer number is a key that somebody wrote."""

Form = Literal["text", "group", "texts", "groups", "named texts", "named groups"]

_EXPECTED: dict[Form, str] = {
    "text": "one value",
    "group": "fields of its own",
    "texts": "a list",
    "groups": "a list, each of whose entries has fields of its own",
    "named texts": "one line for each, a name and what belongs to it",
    "named groups": "an id for each, with fields of its own",
}

_KINDS = {str: "plain text", list: "a list", dict: "fields of its own", type(None): "nothing"}


@dataclass(frozen=True)
class Flaw:
    """A fault, and the field that is left out because of it."""

    place: str
    fault: Fault
    meant: str = ""
    """The place of the field that was probably meant, where it is not there by its own name."""


@dataclass(frozen=True)
class _Slot:
    """A field of a model, and where it was written."""

    model: type[Fields]
    name: str
    place: str


class Inspection:
    """Holds one file's values against its model."""

    def __init__(self, lines: Mapping[str, int], ignored: frozenset[str]) -> None:
        self._lines = lines
        self._ignored = ignored
        """Places that a fault was told of already."""

    def inspect(
        self, model: type[Fields], values: dict[str, Value], needed: frozenset[str], place: str = ""
    ) -> Iterator[Flaw]:
        """Give every flaw in a group of fields and in all groups inside it."""
        names = {key_of(name): name for name in model.model_fields}
        unknown = {} if model.model_config.get("extra") == "allow" else self._unknown_keys(values, names, place)
        meant = set(unknown.values()) - set(values)
        for key, near in unknown.items():
            yield self._unknown(below(place, key), near, names, below(place, near) if near in meant else "")
        for key, name in names.items():
            slot, value = _Slot(model, name, below(place, key)), values.get(key)
            if slot.place in self._ignored:
                continue
            if name in needed and _is_blank(value):
                yield from () if key in meant else [self._missing(slot, key in values)]
            elif value is not None:
                yield from self._inside(slot, value)

    def _inside(self, slot: _Slot, value: Value) -> Iterator[Flaw]:
        form, model = form_of(slot.model, slot.name)
        if isinstance(value, str) and form in {"text", "texts"}:
            yield from self._one(slot, form, value)
        elif isinstance(value, list) and form in {"texts", "groups"}:
            yield from self._entries(slot, model, value) if form == "groups" else self._texts(slot, value)
        elif isinstance(value, dict) and form in {"group", "named texts", "named groups"}:
            yield from self._group(model, value, slot.place) if form == "group" else self._named(slot, model, value)
        elif not isinstance(value, str) or value.strip():
            yield self._misshapen(slot, form, value)

    def _group(self, model: type[Fields], values: dict[str, Value], place: str) -> Iterator[Flaw]:
        yield from self.inspect(model, values, required_fields(model), place)

    def _entries(self, slot: _Slot, model: type[Fields], values: list[Value]) -> Iterator[Flaw]:
        for position, value in enumerate(values):
            yield from self._member(slot, model, value, f"{slot.place}.{position}")

    def _named(self, slot: _Slot, model: type[Fields], values: dict[str, Value]) -> Iterator[Flaw]:
        for key, value in values.items():
            place = below(slot.place, key)
            if model is Fields:
                yield from self._text(slot, value, place)
            else:
                yield from self._member(slot, model, {} if value is None else value, place)

    def _member(self, slot: _Slot, model: type[Fields], value: Value, place: str) -> Iterator[Flaw]:
        if place in self._ignored:
            return
        if isinstance(value, dict):
            yield from self._group(model, value, place)
        else:
            message = f"{_label(place)} has fields of its own, and is not {_KINDS[type(value)]}."
            hint = f"Write them like this:\n{shown(slot.model, slot.name)}"
            yield Flaw(place, fault("wrong-shape", self._line(place), message, hint))

    def _texts(self, slot: _Slot, values: list[Value]) -> Iterator[Flaw]:
        seen: set[str] = set()
        for position, value in enumerate(values):
            place = f"{slot.place}.{position}"
            if isinstance(value, str) and value in seen:
                message = f"{told(value)} stands twice in `{key_of(slot.name)}`."
                yield Flaw(place, fault("listed-twice", self._line(place), message, "Delete one of the two."))
            else:
                yield from self._text(slot, value, place)
            seen.add(str(value))

    def _text(self, slot: _Slot, value: Value, place: str) -> Iterator[Flaw]:
        if place in self._ignored:
            return
        if value is None or (isinstance(value, str) and not value.strip()):
            message = f"{_label(place)} is empty."
            yield Flaw(place, fault("empty-field", self._line(place), message, "Write a value, or delete the line."))
        elif not isinstance(value, str):
            yield self._misshapen(_Slot(slot.model, slot.name, place), "text", value)

    def _one(self, slot: _Slot, form: Form, value: str) -> Iterator[Flaw]:
        if form == "texts" and "," in value:
            message = f"`{key_of(slot.name)}` holds several values, which are written as a list."
            items = ", ".join(part.strip() for part in value.split(",") if part.strip())
            hint = f"Put them in brackets: {key_of(slot.name)}: [{items}]"
            yield Flaw(slot.place, fault("wrong-shape", self._line(slot.place), message, hint))

    def _misshapen(self, slot: _Slot, form: Form, value: Value) -> Flaw:
        message = f"{_label(slot.place)} takes {_EXPECTED[form]}, not {_KINDS[type(value)]}."
        hint = f"Write it like this:\n{shown(slot.model, slot.name)}"
        return Flaw(slot.place, fault("wrong-shape", self._line(slot.place), message, hint))

    def _unknown_keys(self, values: dict[str, Value], names: dict[str, str], place: str) -> dict[str, str]:
        """Return the keys that no field has, and the field that was probably meant, if any."""
        keys = (key for key in values if key not in names and below(place, key) not in self._ignored)
        return {key: nearest(key, names) or "" for key in keys}

    def _unknown(self, place: str, near: str, names: Iterable[str], meant: str) -> Flaw:
        hint = f"Did you mean {near}?" if near else f"The fields here are {listed(names, most=30)}."
        return Flaw(place, fault("unknown-key", self._line(place), f"There is no field {_label(place)}.", hint), meant)

    def _missing(self, slot: _Slot, written: bool) -> Flaw:
        field = slot.model.model_fields[slot.name]
        rule, what = ("empty-field", "is empty") if written else ("missing-field", "is missing")
        hint = f"{field.description} Write: {shown(slot.model, slot.name)}"
        return Flaw(slot.place, fault(rule, self._line(slot.place), f"{_label(slot.place)} {what}.", hint))

    def _line(self, place: str) -> int:
        """Return the line of a field, or of the nearest that it is in."""
        while place not in self._lines and "." in place:
            place = place.rpartition(".")[0]
        return self._lines.get(place, 1)


@cache
def form_of(model: type[Fields], name: str) -> tuple[Form, type[Fields]]:
    """Return how a field is written, and the model of its groups if it has some."""
    annotation = _bare(model.model_fields[name].annotation)
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        item = _bare(inside[0])
        return ("groups", item) if _is_group(item) else ("texts", Fields)
    if origin is dict:
        item = _bare(inside[1])
        return ("named groups", item) if _is_group(item) else ("named texts", Fields)
    return ("group", annotation) if _is_group(annotation) else ("text", Fields)


def _bare(annotation: Any) -> Any:
    """Return a type without what is said beside it, and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation


def _is_group(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Fields)


def _is_blank(value: Value) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _label(place: str) -> str:
    """Return a field's name for a sentence; entries of lists are counted from 1."""
    above, _, last = place.rpartition(".")
    if not above:
        return f"`{told(last)}`"
    if _is_position(last):
        return f"Entry {int(last) + 1} of `{told(above)}`"
    outer, _, entry = above.rpartition(".")
    inside = f"entry {int(entry) + 1} of `{told(outer)}`" if _is_position(entry) else f"`{told(above)}`"
    return f"`{told(last)}` in {inside}"


def _is_position(part: str) -> bool:
    return part.isdecimal() and len(part) <= _MOST_DIGITS
