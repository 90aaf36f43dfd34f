"""Reading a file's fields: what was written, held against a model, and each fault at its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Generic, TypeVar

from pydantic import ValidationError

from pressroom.load.faults import fault
from pressroom.load.fields.base import Fields, key_of, required_fields
from pressroom.load.fields.newsletter import TEXTS
from pressroom.load.fields.shape import Flaw, Inspection
from pressroom.load.fields.sound import Sound, without
from pressroom.load.plain_yaml import Document, Value
from pressroom.load.plain_yaml import read as read_yaml
from pressroom.model.finding import Fault

F = TypeVar("F", bound=Fields)


@dataclass(frozen=True)
class Read(Generic[F]):
    """A file's fields, without those that are faulty."""

    fields: F
    lines: Mapping[str, int]
    """The line of each field that is in `fields`."""

    faulty: frozenset[str]
    """The places of those that are not, since a fault tells what is wrong with them."""

    written: Mapping[str, Value]
    """All that was written, faulty or not."""

    faults: tuple[Fault, ...]
    broken: bool
    """Whether the file could not be parsed; no field is known then."""

    def is_faulty(self, place: str) -> bool:
        """Tell whether a fault was told of a field, or of something in it, so that its absence means nothing."""
        return self.broken or any(one == place or one.startswith(f"{place}.") for one in self.faulty)


def read(model: type[F], document: Document, zone: tzinfo) -> Read[F]:
    """Read the fields of a file; moments without an offset are in `zone`."""
    return _read(model, document, zone, required_fields(model))


def read_translation(model: type[F], document: Document, zone: tzinfo) -> Read[F]:
    """Read the fields of a file that has all but its texts from another, in the default language."""
    return _read(model, document, zone, required_fields(model) & TEXTS)


def faults_alone(model: type[F], name: str, written: str) -> tuple[Fault, ...]:
    """Return what is wrong with one field by itself, written as it would stand in its file; all others may be missing.

    Where a moment has no offset, none is needed to tell whether it is one.
    """
    document = read_yaml(f"{key_of(name)}: {written}", 1)
    return _read(model, document, UTC, required_fields(model) & {name}).faults


def _read(model: type[F], document: Document, zone: tzinfo, needed: frozenset[str]) -> Read[F]:
    inspection = Inspection(document.lines, document.faulty)
    flaws = () if document.broken else tuple(inspection.inspect(model, document.values, needed))
    faulty = document.faulty | {place for flaw in flaws for place in (flaw.place, flaw.meant) if place}
    shapely = without(document.values, document.lines, faulty)
    refused = tuple(_refused(model, shapely, zone))
    sound = without(shapely.values, shapely.lines, {flaw.place for flaw in refused})
    return Read(
        fields=model.model_validate(sound.values, context={"zone": zone}),
        lines=sound.lines,
        faulty=faulty | {flaw.place for flaw in refused},
        written=document.values,
        faults=(*document.faults, *(flaw.fault for flaw in (*flaws, *refused))),
        broken=document.broken,
    )


def _refused(model: type[F], shapely: Sound, zone: tzinfo) -> Iterator[Flaw]:
    """Give each value that its type does not accept."""
    try:
        model.model_validate(shapely.values, context={"zone": zone})
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False):
            place = _written(".".join(map(str, error["loc"])), shapely)
            told = error["ctx"]
            yield Flaw(place, fault(error["type"], shapely.lines[place], told["message"], told["hint"]))


def _written(place: str, shapely: Sound) -> str:
    """Return the place that was written: a single value may stand for a list of one."""
    return place if place in shapely.lines else place.rpartition(".")[0]
