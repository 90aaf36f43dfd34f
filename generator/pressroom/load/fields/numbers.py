"""Numbers and yes or no, out of text."""

import re
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from pressroom.load.fields.refusing import named, refuse, told

_WHOLE = re.compile(r"[1-9][0-9]{0,14}")
_ZEROS = re.compile(r"0+([1-9][0-9]*)")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[ ,._'][0-9]{3})+")
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})
_LARGEST = 999_999_999


def whole(value: str, info: ValidationInfo) -> int:
    """Return a whole number from 1; refuse anything else."""
    number = _size(value, info)
    if number > _LARGEST:
        raise refuse(
            "whole-number", f"`{named(info)}` is beyond {_LARGEST:,}.", "Check it; probably a digit is too many."
        )
    return number


def _size(value: str, info: ValidationInfo) -> int:
    text = value.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    name = named(info)
    message = f"`{name}` is a whole number from 1, and {told(text)} is not."
    if zeros := _ZEROS.fullmatch(text):
        raise refuse("whole-number", f"{message[:-1]}: it begins with 0.", f"Write {name}: {zeros[1]}", zeros[1])
    if _GROUPED.fullmatch(text):
        raise refuse("whole-number", message, f"Write {name}: {re.sub('[^0-9]', '', text)}")
    (digits, *others) = re.findall("[0-9]+", text) or ["7"]
    meant = digits if not others and _WHOLE.fullmatch(digits) and "-" not in text else "7"
    raise refuse("whole-number", message, f"Write digits only, such as {name}: {meant}")


def _flag(value: str, info: ValidationInfo) -> bool:
    text = value.strip().lower()
    if text in _YES | _NO:
        return text in _YES
    name = named(info)
    raise refuse(
        "yes-or-no", f"`{name}` is true or false, and {told(value)} is neither.", f"Write {name}: true or {name}: false"
    )


Whole = Annotated[int, BeforeValidator(whole), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from 1."""

Size = Annotated[int, BeforeValidator(_size), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A number of bytes."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""True or false; yes and no are understood."""
