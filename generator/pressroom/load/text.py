"""A text file: its bytes as text, and its front matter apart from its body."""

import codecs
import re
from dataclasses import dataclass

from pressroom.load.faults import fault
from pressroom.model.finding import Fault, Fix

FENCE = "---"
"""The line before and after the front matter."""

_EXAMPLE = "Begin the file with its front matter:\n---\ntitle: …\n---"
_FIELD = re.compile(r"[\w-]+\s*:(?:\s|$)")
_FIRST = re.compile(r"(?:title|date|summary)\s*:", re.IGNORECASE)
_BELONGING = re.compile(r"\s+\S|- ")
"""A line that belongs to the field above it."""

_NEARLY = re.compile(r"[-–—]{2,}|[–—]")
"""A line that was meant to end the front matter: no field looks like it."""

_PROGRAMS = (
    (b"\xd0\xcf\x11\xe0", b"", "a Word file"),
    (b"PK\x03\x04", b"word/", "a Word file"),
    (b"PK\x03\x04", b"", "a packed file"),
    (b"{\\rtf", b"", "an RTF file"),
    (b"%PDF-", b"", "a PDF"),
)
"""How the files of other programs begin, and what else is in them."""

_OTHER_ENCODINGS = {
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


@dataclass(frozen=True)
class Parts:
    """A text file in its two parts, as far as they can be told apart; lines are counted from 1."""

    front: str
    front_line: int
    body: str
    body_line: int
    fault: Fault | None = None
    """Why there is no front matter."""


def decode(data: bytes) -> str | Fault:
    """Return a file's text, without byte order mark and with line feeds; or where it is no UTF-8."""
    program = next((name for begin, inside, name in _PROGRAMS if data.startswith(begin) and inside in data), None)
    if program:
        hint = "Open it in the program that wrote it, and save it as plain text in UTF-8; another name is not enough."
        return fault("invalid-utf-8", 1, f"The file is {program}, not text.", hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return _undecodable(wrong.object, wrong.start)
    if not text.strip():
        return fault("empty-file", 1, "The file is empty.", "Write something into it, or delete it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split(text: str) -> Parts:
    """Part the front matter from the body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _unopened(lines)
    closing = next((number for number, line in enumerate(lines[1:], 1) if _NEARLY.fullmatch(line.rstrip())), None)
    if closing is None:
        return Parts("", 1, "", 1, _unclosed(lines))
    front, body = "\n".join(lines[1:closing]), "\n".join(lines[closing + 1 :])
    if (written := lines[closing].rstrip()) != FENCE:
        message = f"Line {closing + 1} has {written}, which does not end the front matter."
        fix = Fix(line=closing + 1, before=lines[closing], after=FENCE)
        wrong = fault("front-matter-unclosed", closing + 1, message, f"Write three hyphens there: {FENCE}", fix)
        return Parts("", 1, body, closing + 2, wrong)
    return Parts(front, 2, body, closing + 2)


def _unopened(lines: list[str]) -> Parts:
    closing = next((number for number, line in enumerate(lines) if line.rstrip() == FENCE), 0)
    if closing and _FIELD.match(lines[0]):
        message = f"The front matter has no {FENCE} above it."
        fix = Fix(line=1, before=lines[0], after=f"{FENCE}\n{lines[0]}")
        wrong = fault("front-matter-missing", 1, message, f"Put a line with {FENCE} above the first line.", fix)
        return Parts("", 1, "\n".join(lines[closing + 1 :]), closing + 2, wrong)
    return Parts("", 1, "\n".join(lines), 1, _unfenced(lines) or _without_front_matter(lines))


def _unclosed(lines: list[str]) -> Fault:
    message = f"The front matter that begins with {FENCE} never ends."
    last = _last_field(lines, 1)
    if last is None:
        return fault("front-matter-unclosed", 1, message, f"Put a line with {FENCE} below its last field.")
    hint = f"Put a line with {FENCE} below its last field, which seems to be in line {last + 1}."
    fix = Fix(line=last + 1, before=lines[last], after=f"{lines[last]}\n{FENCE}")
    sure = last + 1 == len(lines) or not lines[last + 1].strip()
    return fault("front-matter-unclosed", 1, message, hint, fix if sure else None)


def _unfenced(lines: list[str]) -> Fault | None:
    """Explain a file that begins with fields and has nothing around them."""
    last = _last_field(lines, 0)
    if last is None or not _FIRST.match(lines[0]):
        return None
    message = f"The fields at the beginning have no lines with {FENCE} around them."
    hint = f"Put a line with {FENCE} above the first line, and one below line {last + 1}."
    fix = Fix(line=1, before=lines[0], after=f"{FENCE}\n{lines[0]}")
    sure = last + 1 < len(lines) and not lines[last + 1].strip()
    return fault("front-matter-missing", 1, message, hint, fix if sure else None)


def _last_field(lines: list[str], first: int) -> int | None:
    """Return the last line of those that are fields without a gap between them; None where the first is none."""
    end = first
    while end < len(lines) and (_FIELD.match(lines[end]) or (end > first and _BELONGING.match(lines[end]))):
        end += 1
    return end - 1 if end > first else None


def _without_front_matter(lines: list[str]) -> Fault:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() == FENCE:
        message = f"The front matter has to begin in the very first line; here it is line {first + 1}."
        return fault("front-matter-missing", 1, message, f"Delete what is above the {FENCE}.")
    if set(lines[first].strip()) <= set("-–—"):
        message = f"The front matter begins with {lines[first].strip()} and not with {FENCE}."
        fix = Fix(line=1, before=lines[0], after=FENCE) if _begins(lines) else None
        return fault("front-matter-missing", first + 1, message, f"Write three hyphens: {FENCE}", fix)
    return fault("front-matter-missing", 1, "The file has no front matter.", _EXAMPLE)


def _begins(lines: list[str]) -> bool:
    """Tell whether the second line is a field, and a line below ends the front matter."""
    closed = any(_NEARLY.fullmatch(line.rstrip()) for line in lines[2:])
    return closed and bool(lines[0].strip()) and bool(_FIELD.match(lines[1]))


def _undecodable(data: bytes, start: int) -> Fault:
    """Return where a file without its byte order mark is no UTF-8."""
    before = data[:start]
    line, column = before.count(b"\n") + 1, start - before.rfind(b"\n")
    hint = "Save the file as UTF-8; in most editors that is a choice in “Save as”."
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            return fault("invalid-utf-8", 1, f"The file is {encoding}, not UTF-8.", hint)
    message = f"Byte {column} of this line (0x{data[start]:02X}) is not UTF-8."
    if data[start] == 0xED:
        return fault(
            "invalid-utf-8", line, f"{message} It is half an emoji.", "Type the emoji again, and save as UTF-8."
        )
    return fault("invalid-utf-8", line, message, hint)
