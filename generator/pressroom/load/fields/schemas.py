"""JSON Schemas of all that editors fill in, for the programs that they write in; made of the same fields as are read.

Source: JSON Schema, draft 2020-12, https://json-schema.org/draft/2020-12
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pressroom.load import plain_yaml
from pressroom.load.fields.base import Fields, key_of, required_fields, shown
from pressroom.load.fields.newsletter import TEXTS, IssueFields, PageFields, StoryFields
from pressroom.load.fields.podcast import EpisodeFields, ShowFields
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.shape import Form, form_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ABOUT_VALUES = ("type", "enum", "pattern", "format", "minimum", "maximum")
"""What pydantic says that holds for a value by itself; what is said of fields is said here."""


@dataclass(frozen=True)
class Kind:
    """A kind of file, or of front matter."""

    fields: type[Fields]
    about: str
    needed: frozenset[str]


def _kind(fields: type[Fields], about: str) -> Kind:
    return Kind(fields, about, required_fields(fields))


def _translation(fields: type[Fields], about: str) -> Kind:
    return Kind(fields, about, required_fields(fields) & TEXTS)


KINDS: Final[Mapping[str, Kind]] = {
    "publication": _kind(PublicationFields, "The newsletter itself: content/publication.yml."),
    "issue": _kind(IssueFields, "The front matter of an issue: issue.md."),
    "issue-translation": _translation(IssueFields, "The front matter of a translated issue: issue.nl.md."),
    "story": _kind(StoryFields, "The front matter of a story: a-name.md beside issue.md."),
    "story-translation": _translation(StoryFields, "The front matter of a translated story: a-name.nl.md."),
    "page": _kind(PageFields, "The front matter of a standing page: content/pages/a-name.md."),
    "show": _kind(ShowFields, "The show: podcast/show.yml."),
    "episode": _kind(EpisodeFields, "The front matter of an episode: episode.md."),
}
"""Every kind, by the name that `pressroom schema` knows it by."""


def schema(kind: Kind) -> Schema:
    """Return the JSON Schema of a kind of file."""
    return {"$schema": DIALECT, "description": kind.about, **_group(kind.fields, kind.needed)}


def _group(model: type[Fields], needed: frozenset[str]) -> Schema:
    """Return the schema of some fields; in it stand all that there are, in the order in which they are explained."""
    values = model.model_json_schema()["properties"]
    fields = {
        key_of(name): _field(model, name, values[key_of(name)], needed=name in needed) for name in model.model_fields
    }
    return {
        "type": "object",
        "properties": fields,
        "required": [key_of(name) for name in model.model_fields if name in needed],
        "additionalProperties": model.model_config.get("extra") == "allow",
    }


def _field(model: type[Fields], name: str, said: Schema, *, needed: bool) -> Schema:
    form, inside = form_of(model, name)
    shape = _shape(form, inside, _value(said, form))
    about = {"description": model.model_fields[name].description, "examples": [_example(model, name, shape)]}
    return {**about, **(_filled(shape) if needed else _or_empty(shape))}


def _shape(form: Form, inside: type[Fields], value: Schema) -> Schema:
    if form in {"group", "groups", "named groups"}:
        return _groups(form, _group(inside, required_fields(inside)))
    if form == "texts":
        single = {**_filled(value), "not": {"type": "string", "pattern": ","}}
        return {"anyOf": [single, {"type": "array", "items": _filled(value), "uniqueItems": True}]}
    if form == "named texts":
        return {"type": "object", "additionalProperties": _filled(value)}
    return value if form == "text" else {}


def _groups(form: Form, group: Schema) -> Schema:
    if form == "groups":
        return {"type": "array", "items": group}
    if form == "named groups":
        return {"type": "object", "additionalProperties": group if group["required"] else _or_empty(group)}
    return group


def _value(said: Schema, form: Form) -> Schema:
    """Return what pydantic says of one value of a field, which may be an entry of a list or stand behind a name."""
    whole = next((one for one in said.get("anyOf", ()) if one.get("type") != "null"), said)
    inner = {"texts": "items", "named texts": "additionalProperties"}.get(form)
    one = whole.get(inner, {}) if inner else whole
    return {key: one[key] for key in _ABOUT_VALUES if key in one}


def _filled(shape: Schema) -> Schema:
    """Return the schema of what may not be empty."""
    if "anyOf" in shape:
        return {"anyOf": [_filled(one) for one in shape["anyOf"]]}
    match shape.get("type"):
        case "array":
            return {**shape, "minItems": 1}
        case "object":
            return {**shape, "minProperties": 1}
    return {**shape, "allOf": [{"pattern": r"\S"}]}


def _or_empty(shape: Schema) -> Schema:
    """Return the schema of what may be left empty, which reads as if it were not there."""
    if "anyOf" in shape:
        return {"anyOf": [*shape["anyOf"], {"type": "null"}]}
    types = shape.get("type")
    if types is None:
        return shape
    empty = {"enum": [*shape["enum"], None]} if "enum" in shape else {}
    return {**shape, **empty, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _example(model: type[Fields], name: str, shape: Schema) -> plain_yaml.Value | int | bool:
    """Return an example as a value; a number or yes and no as such, where that is what is meant first."""
    text = plain_yaml.read(shown(model, name), first_line=1).values.get(key_of(name))
    match shape.get("type"):
        case ["integer", *_] if isinstance(text, str):
            return int(text)
        case ["boolean", *_]:
            return text == "true"
    return text
