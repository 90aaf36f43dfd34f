"""Characters that do not show: those that no text may have, and those that hide something in a link."""

import re
import unicodedata
from collections.abc import Iterator

from pressroom.model.finding import Fault
from pressroom.prose import rules

_PLANE_ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
CONTROL = f"\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef{_PLANE_ENDS}"
"""The inside of a regular expression's class: controls, lone surrogates and noncharacters (Unicode 23.7)."""

_CONTROL = re.compile(f"[{CONTROL}]")
_LINE_END = re.compile(r"\r\n?")

DIRECTION = "\u202a-\u202e\u2066-\u2069"
"""Controls that turn the direction of writing round (Unicode TR 9); the inside of a class."""

WIDTHLESS = "\u200b-\u200d\u2060\ufeff"
"""Characters of no width; the inside of a class."""

_HIDDEN = re.compile(f"[{DIRECTION}{WIDTHLESS}]")
_DIRECTION = re.compile(f"[{DIRECTION}]")
_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = re.compile("[\u0600-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic, Indic and other scripts in which joiners are spelling (Unicode 23.2)."""

_EMOJI_MODIFIERS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def clean(markdown: str, first_line: int) -> tuple[str, list[Fault]]:
    """Return a text without characters that it may not have, and a fault for each line that had some.

    Every line ends in a line feed alone then.
    """
    text = _LINE_END.sub("\n", markdown)
    if text.replace("\n", "").isprintable() or not _CONTROL.search(text):  # the first is ten times as fast
        return text, []
    faults = [fault for number, line in enumerate(text.split("\n"), first_line) for fault in _faults(line, number)]
    return _CONTROL.sub("", text), faults


def is_control(code: int) -> bool:
    """Tell whether no text may have the character of this code point; also for what is no code point at all."""
    return code > 0x10FFFF or bool(_CONTROL.match(chr(code)))


def hidden_in(words: str) -> list[str]:
    """Return the characters in a link's words or address that hide something, each once, in order."""
    found = (match for match in _HIDDEN.finditer(words) if not _belongs(words, match.start()))
    return list(dict.fromkeys(match.group() for match in found))


def turns_direction(character: str) -> bool:
    """Tell whether a hidden character turns the direction of writing round."""
    return bool(_DIRECTION.match(character))


def name(character: str) -> str:
    """Return a character's code and name, as in `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _faults(line: str, number: int) -> Iterator[Fault]:
    found = _CONTROL.findall(line)
    if not found:
        return
    before = _CONTROL.sub("", line[: _CONTROL.search(line).start()])[-20:].strip()  # type: ignore[union-attr]  # it was found above
    place = f"after “{before}”" if before else "at the beginning of the line"
    kinds = ", ".join(name(character) for character in dict.fromkeys(found))
    if len(found) == 1:
        message = f"There is an invisible character here that no text may have ({kinds}), {place}."
    else:
        message = (
            f"There are {len(found)} invisible characters here that no text may have ({kinds}), the first {place}."
        )
    yield rules.error("control-character", number, message, "Delete it, or type that part of the line again.")


def _belongs(words: str, place: int) -> bool:
    """Tell whether a joiner is part of an emoji or of a word's spelling."""
    if words[place] not in _JOINERS:
        return False
    before = words[:place].rstrip(_EMOJI_MODIFIERS)[-1:]
    after = words[place + 1 : place + 2]
    if _JOINING_SCRIPTS.match(before):
        return True
    return words[place] == "\u200d" and _is_symbol(before) and _is_symbol(after)


def _is_symbol(character: str) -> bool:
    return bool(character) and unicodedata.category(character) == "So"
