"""Languages and time zones."""

from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.written import like
from pressroom.load.languages import LANGUAGE
from pressroom.model.near import did_you_mean

_CODES = {
    "dutch": "nl",
    "nederlands": "nl",
    "english": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "italian": "it",
    "polish": "pl",
    "portuguese": "pt",
    "spanish": "es",
    "español": "es",
    "turkish": "tr",
}


def _language(value: str, info: ValidationInfo) -> str:
    tag = value.strip().lower()
    if LANGUAGE.fullmatch(tag):
        return tag
    code = _CODES.get(tag, tag.replace("_", "-") if LANGUAGE.fullmatch(tag.replace("_", "-")) else "en")
    message = f"`{named(info)}` takes a language's code, and {told(value)} is none."
    raise refuse("language", message, f"Write two or three letters, with a region if need be: {code}")


def _timezone(value: str, info: ValidationInfo) -> str:
    name = value.strip()
    if name in _zones():
        return name
    zones = {zone: zone for zone in sorted(_zones())}
    hint = did_you_mean(name, zones, "Time zones are named after a city, such as Europe/Amsterdam; known")
    raise refuse("timezone", f"`{named(info)}` is a time zone, and there is none called {told(name)}.", hint)


@cache
def _zones() -> frozenset[str]:
    """Return the names of all time zones (IANA), the same on every machine."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


Language = Annotated[str, BeforeValidator(_language), like(LANGUAGE.pattern.replace("a-z", "a-zA-Z"))]
"""A language's code (BCP 47), in lower case."""


class _Zones:
    """Says which time zones there are, when somebody asks for a JSON Schema: to read their names takes a while."""

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "enum": sorted(_zones())}


Timezone = Annotated[str, BeforeValidator(_timezone), _Zones()]
"""A time zone's name (IANA)."""
