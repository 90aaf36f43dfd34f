"""How a value is refused: with a rule's name, plain words and what to do."""

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from pressroom.load.characters import blanked
from pressroom.load.fields.base import key_of

_LONGEST = 60


def refuse(rule: str, message: str, hint: str = "", right: str = "") -> PydanticCustomError:
    """Return the error of a value, which `reading` turns into a fault at its line.

    `right` is what to write instead, where that is certain.
    """
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint, "right": right})


def named(info: ValidationInfo) -> str:
    """Return the name of the field that is being read."""
    return key_of(info.field_name or "value")


def told(value: str) -> str:
    """Return a value for a sentence: in one line, and not longer than one reads."""
    line = " ".join(blanked(value).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
