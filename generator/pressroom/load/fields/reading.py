"""Reading a file's fields: what was written, held against a model, and each fault at its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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


def read(model: type[F], document: Document, zone: tzinfo, languages: tuple[str, ...] = ()) -> Read[F]:
    """Read the fields of a file; moments without an offset are in `zone`, months may be named in these languages."""
    return _read(model, document, {"zone": zone, "languages": languages}, required_fields(model))


def read_translation(model: type[F], document: Document, zone: tzinfo, languages: tuple[str, ...] = ()) -> Read[F]:
    """Read the fields of a file that has all but its texts from another, in the default language."""
    return _read(model, document, {"zone": zone, "languages": languages}, required_fields(model) & TEXTS)


def faults_alone(model: type[F], name: str, written: str) -> tuple[Fault, ...]:
    """Return what is wrong with one field by itself, written as it would stand in its file; all others may be missing.

    Where a moment has no offset, none is needed to tell whether it is one.
    """
    document = read_yaml(f"{key_of(name)}: {written}", 1)
    return _read(model, document, {"zone": UTC, "languages": ()}, required_fields(model) & {name}).faults


def _read(model: type[F], document: Document, context: dict[str, object], needed: frozenset[str]) -> Read[F]:
    inspection = Inspection(document.lines, document.faulty)
    found = () if document.broken else inspection.inspect(model, document.values, needed)
    flaws = tuple(_mended(flaw, document) for flaw in found)
    faulty = document.faulty | {place for flaw in flaws for place in (flaw.place, flaw.meant) if place}
    shapely = without(document.values, document.lines, faulty)
    refused = tuple(_refused(model, shapely, context, document))
    sound = without(shapely.values, shapely.lines, {flaw.place for flaw in refused})
    return Read(
        fields=model.model_validate(sound.values, context=context),
        lines=sound.lines,
        faulty=faulty | {flaw.place for flaw in refused},
        written=document.values,
        faults=(*document.faults, *(flaw.fault for flaw in (*flaws, *refused))),
        broken=document.broken,
    )


def _mended(flaw: Flaw, document: Document) -> Flaw:
    """Return a flaw with its fix, where a field was only spelt in another case or with other signs: `Image-alt`."""
    written, meant = (place.rpartition(".")[2] for place in (flaw.place, flaw.meant))
    if not meant or re.sub("[- ]", "_", written.casefold()) != meant:
        return flaw
    fix = document.replacing(flaw.fault.line, f"{written}:", f"{meant}:")
    return replace(flaw, fault=flaw.fault.but(fix=fix))


def _refused(model: type[F], shapely: Sound, context: dict[str, object], document: Document) -> Iterator[Flaw]:
    """Give each value that its type does not accept."""
    try:
        model.model_validate(shapely.values, context=context)
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False):
            place = _written(".".join(map(str, error["loc"])), shapely)
            told, line = error["ctx"], shapely.lines[place]
            fix = document.replacing(line, str(error["input"]), told["right"])
            yield Flaw(place, fault(error["type"], line, told["message"], told["hint"], fix))


def _written(place: str, shapely: Sound) -> str:
    """Return the place that was written: a single value may stand for a list of one."""
    return place if place in shapely.lines else place.rpartition(".")[0]
