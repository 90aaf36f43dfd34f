"""Texts: one line, folded words, paragraphs, names and colours."""

import re
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from pressroom.load.characters import blanked
from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.written import like, line, words
from pressroom.load.quoting import shortened, simplest

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SHORT_COLOUR = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")
_BARE_COLOUR = re.compile(r"[0-9a-fA-F]{6}")
_LONGEST_GUID = 255
_LONGEST_GREETING = 200


def single_line(value: str, info: ValidationInfo) -> str:
    """Return a value without the space around it; refuse one that has several lines."""
    if "\n" in value or "\r" in value:
        one = shortened(f"{named(info)}: {simplest(' '.join(blanked(value).split()))}")
        message = f"`{named(info)}` has a line break in it; it becomes one line, such as a message's subject."
        raise refuse("line-break-in-header", message, f"Write it in one line: {one}")
    return value.strip()


def _words(value: str) -> str:
    return " ".join(value.split())


def _paragraphs(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _guid(value: str, info: ValidationInfo) -> str:
    line = single_line(value, info)
    if any(map(str.isspace, line)):
        raise refuse("guid", "A guid has no spaces in it.", "Copy it again, whole; it must never change.")
    if len(line) > _LONGEST_GUID:
        raise refuse(
            "guid",
            f"A guid has at most {_LONGEST_GUID} characters; this has {len(line)}.",
            "Take a UUID, as `pressroom new` does.",
        )
    return line


def _colour(value: str, info: ValidationInfo) -> str:
    colour = value.strip().lower()
    if _COLOUR.fullmatch(colour):
        return colour
    message = f"`{named(info)}` is a colour, and {told(value)} is not written as one."
    if short := _SHORT_COLOUR.fullmatch(colour):
        colour = "#" + "".join(digit * 2 for digit in short.groups())
    elif _BARE_COLOUR.fullmatch(colour):
        colour = f"#{colour}"
    else:
        colour = "#1d3557"
    raise refuse("colour", message, f'Write a # and six digits from 0 to f, in quotes: {named(info)}: "{colour}"')


def _greeting(value: str, info: ValidationInfo) -> str:
    greeting = _words(single_line(value, info))
    if "{first_name}" not in greeting or len(greeting) > _LONGEST_GREETING:
        message = f"`{named(info)}` is a short line with {{first_name}} in it, where the name goes; this is none."
        raise refuse("greeting", message, f'Write {named(info)}: "Dear {{first_name}},"')
    return greeting


Line = Annotated[str, BeforeValidator(single_line), line()]
"""One line, such as a title; it may become a mail's header."""

Words = Annotated[str, BeforeValidator(_words), words()]
"""A sentence or two, whichever way its lines were broken."""

Paragraphs = Annotated[str, BeforeValidator(_paragraphs), words()]
"""A text that may have several lines."""

Greeting = Annotated[str, BeforeValidator(_greeting), like(r".*\{first_name\}.*")]
"""A line that greets a reader by name."""

Guid = Annotated[str, BeforeValidator(_guid), like(r"\S{1,255}", "number")]
"""An identity for ever."""

Colour = Annotated[str, BeforeValidator(_colour), like(r"#[0-9a-fA-F]{6}")]
"""A colour as `#rrggbb`, in lower case."""
