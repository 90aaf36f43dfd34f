"""One of a few words, and Apple's categories."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from pressroom.load.fields.categories import CATEGORIES
from pressroom.load.fields.refusing import named, refuse, told
from pressroom.model.near import listed, nearest


def one_of(*words: str) -> BeforeValidator:
    """Return what accepts one of these words and no other."""

    def choose(value: str, info: ValidationInfo) -> str:
        word = value.strip()
        if word in words:
            return word
        name = named(info)
        hint = f"Did you mean {name}: {near}?" if (near := nearest(word, words)) else f"Write {name}: {words[0]}"
        raise refuse("choice", f"`{name}` is {listed(words, 'or')}, and not {told(word)}.", hint)

    return BeforeValidator(choose, json_schema_input_type=_literal(words))


def each_of(*words: str) -> BeforeValidator:
    """Return what accepts one of these words behind each name of a mapping, and no other."""

    def choose(value: str, info: ValidationInfo) -> str:
        word = value.strip()
        if word in words:
            return word
        hint = f"Did you mean {near}?" if (near := nearest(word, words)) else f"Write one of these, such as {words[0]}."
        raise refuse("choice", f"A line of `{named(info)}` ends in {listed(words, 'or')}, and not {told(word)}.", hint)

    return BeforeValidator(choose, json_schema_input_type=_literal(words))


def _literal(words: tuple[str, ...]) -> Any:
    """Return the type of what is one of these words, for JSON Schemas."""
    return Literal.__getitem__(words)


def _category(value: str) -> str:
    category = " > ".join(part.strip() for part in value.split(">"))
    if category in CATEGORIES:
        return category
    known = {name if ">" in category else name.rpartition(" > ")[2]: name for name in CATEGORIES}
    near = known.get(nearest(category, known) or "")
    hint = f"Did you mean {near}?" if near else "Take one of Apple's, such as Business, or Business > Management."
    raise refuse("category", f"{told(value)} is no category of Apple's, and podcast apps know no others.", hint)


Category = Annotated[str, BeforeValidator(_category), WithJsonSchema({"type": "string", "enum": list(CATEGORIES)})]
"""A category of Apple's: `Business`, or `Business > Management`."""
