"""Characters that no text of a publication may hold, and what they are called."""

import unicodedata
from collections.abc import Iterator

_ALLOWED = "\t\n"
_FORBIDDEN = frozenset(
    chr(code)
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if chr(code) not in _ALLOWED
)
_NAMES = {
    "\0": "a NUL",
    "\r": "a carriage return",
    "\x1b": "an escape character",
    "\x85": "a “next line” character",
    "\u2028": "a “line separator”",
    "\u2029": "a “paragraph separator”",
}
_BLANK = dict.fromkeys(map(ord, _FORBIDDEN), " ")


def forbidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each forbidden character: its line and column, counted from 1, and what it is called."""
    if _FORBIDDEN.isdisjoint(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character in _FORBIDDEN:
                yield number, column, name(character)


def first_forbidden(text: str, allowed: str = "") -> str | None:
    """Return what the first forbidden character is called, if there is one."""
    if _FORBIDDEN.isdisjoint(text):
        return None
    return next((name(character) for character in text if character in _FORBIDDEN and character not in allowed), None)


def blanked(text: str) -> str:
    """Return a text with a space in the place of each forbidden character."""
    return text if _FORBIDDEN.isdisjoint(text) else text.translate(_BLANK)


def is_surrogate(character: str) -> bool:
    """Tell whether a character is half of a pair that stands for nothing by itself."""
    return unicodedata.category(character) == "Cs"


def name(character: str) -> str:
    """Return what a forbidden character is called, with its number."""
    called = "half an emoji" if is_surrogate(character) else "a control character"
    return f"{_NAMES.get(character, called)} (U+{ord(character):04X})"
