"""`style` in publication.yml: the house style, each rule of which has its limit or is switched off."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from pressroom.load.fields.base import Fields, Several, optional
from pressroom.load.fields.choices import one_of
from pressroom.load.fields.numbers import whole
from pressroom.load.fields.refusing import refuse, told
from pressroom.load.fields.texts import Line
from pressroom.model.near import listed, nearest
from pressroom.model.style import RULES

OFF = 0
"""A limit that was written as `off`."""


def _limit(value: str, info: ValidationInfo) -> int:
    return OFF if value.strip().lower() == "off" else whole(value, info)


def _rule(value: str) -> str:
    name = value.strip()
    if name in RULES:
        return name
    near = nearest(name, RULES)
    hint = f"Did you mean {near}?" if near else f"Rules that can be are {listed(RULES, most=len(RULES))}."
    raise refuse("choice", f"There is no rule {told(value)} that could be switched off.", hint)


_OFF_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 1}, {"const": "off"}]}

Limit = Annotated[int, BeforeValidator(_limit), WithJsonSchema(_OFF_SCHEMA)]
"""A whole number from 1, or `off`, which is 0."""

Rule = Annotated[str, BeforeValidator(_rule), WithJsonSchema({"type": "string", "enum": list(RULES)})]
"""The name of a rule that may be switched off."""


class StyleFields(Fields):
    """House style: what is remarked on, as warnings. What you leave out is as described, and calm."""

    off: Several[Rule] | None = optional(
        "Rules that are not for you, by the name that stands in brackets in a warning.", "[hype, long-paragraph]"
    )
    sentence_length: Limit | None = optional(
        "How many words a sentence may have, or off; 40 else, and fewer in languages with long words.", "30"
    )
    paragraph_length: Limit | None = optional("How many words a paragraph may have, or off; 200 else.", "120")
    readability: Limit | None = optional(
        "How hard a text may be to read (LIX: 30 is a novel, 50 a newspaper, 60 a law), or off; else a little harder"
        " than a newspaper. It is meant for your first language, and the others follow.",
        "50",
    )
    subject_length: Limit | None = optional("How many characters a subject may have, or off; 60 else.", "50")
    preheader_length: Limit | None = optional("How many characters a preheader may have, or off; 130 else.", "90")
    alt_length: Limit | None = optional(
        "How many characters the words for a picture may have, or off; 250 else.", "150"
    )
    words: dict[str, Line] | None = optional(
        "Words that you avoid, each with what you say instead; * stands for any ending, as in utilis*.",
        "\n    utilis*: use\n    going forward: from now on",
    )
    inclusive: dict[str, Line] | None = optional(
        "Words that leave colleagues out, each with what you say instead, in the same way.",
        "\n    chairman: chair\n    manpower: people",
    )
    own_words: Several[Line] | None = optional(
        "Words that no dictionary has, such as names of places and products.", "[Ternholm, Averby]"
    )
    quotes: Annotated[Literal["typographic", "straight", "off"] | None, one_of("typographic", "straight", "off")] = (
        optional("Which quotation marks you want: typographic, straight, or off (the default) for any.", "typographic")
    )
    spelling: Annotated[Literal["warn", "off"] | None, one_of("warn", "off")] = optional(
        "Whether `pressroom check` looks words up, where hunspell and a dictionary are installed: warn, or off"
        " (the default).",
        "warn",
    )
