"""Captions: blocks of lines with their times, as WebVTT and SubRip both have them, read into what is said when.

Sources: W3C WebVTT, §6.1 (its parser) and §6.4 (a cue's text); SubRip has no standard, and is read as players do.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.load.characters import blanked
from pressroom.load.faults import fault, remark
from pressroom.load.fields.refusing import told
from pressroom.model.finding import Fault
from pressroom.model.podcast import Cue

_COMMA = re.compile(r"(\d),(\d{3})", re.ASCII)
_POINT = re.compile(r"(\d)\.(\d{3})", re.ASCII)
_TAG = re.compile(r"(<[^<>]*>)")
_PLACING = re.compile(r"\{\\[^{}]*\}")
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]+)>")
_ENDLESS = re.compile(r"(&#[0-9]{8,};?)")
"""A number that stands for no character; Python refuses to read one of more than 4,300 digits."""

_GIVE_UP = 1_000
"""Faults after which the rest is not looked at."""


@dataclass(frozen=True)
class Form:
    """A way to write captions."""

    timing: re.Pattern[str]
    """The line of a cue's times: hours, minutes, seconds and thousandths, twice."""

    hidden: frozenset[str]
    """Words that begin blocks which nobody is shown."""

    example: str


_VTT_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_SRT_TIME = r"(\d{1,4}):([0-5]?\d):([0-5]?\d)[,.](\d{3})"

WEBVTT = Form(
    timing=re.compile(rf"{_VTT_TIME}[ \t]+-->[ \t]+{_VTT_TIME}(?:[ \t].*)?", re.ASCII),
    hidden=frozenset({"NOTE", "REGION", "STYLE"}),
    example="00:00:05.000 --> 00:00:09.500",
)
SUBRIP = Form(
    timing=re.compile(rf"{_SRT_TIME}[ \t]*-->[ \t]*{_SRT_TIME}(?:[ \t].*)?", re.ASCII),
    hidden=frozenset(),
    example="00:00:05,000 --> 00:00:09,500",
)


@dataclass(frozen=True)
class Block:
    """Lines that belong together, with an empty line before and after them."""

    line: int
    lines: tuple[str, ...]

    @property
    def arrow(self) -> int | None:
        """The line of its times, counted from 0; None where it has none, and so is no cue."""
        return next((at for at, line in enumerate(self.lines[:2]) if "-->" in line), None)


def read(text: str, first_line: int, form: Form) -> tuple[tuple[Cue, ...], tuple[Fault, ...]]:
    """Return what is said in a text, whose first line is counted from 1, and what is wrong with it."""
    cues: list[Cue] = []
    faults: list[Fault] = []
    for block in _blocks(text, first_line):
        found = _read(block, cues[-1].start if cues else 0.0, form)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            cues += found
        if len(faults) > _GIVE_UP:
            break
    return tuple(cues), tuple(faults)


def _blocks(text: str, first_line: int) -> Iterator[Block]:
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Block(number - len(lines), tuple(lines))
            lines = []


def _read(block: Block, last: float, form: Form) -> list[Cue] | Fault:
    """Return the cues of a block: one for each voice in it, none for what is no cue."""
    return _untimed(block, form) if block.arrow is None else _timed(block, block.arrow, last, form)


def _untimed(block: Block, form: Form) -> list[Cue] | Fault:
    kind = next(iter(block.lines[0].split(maxsplit=1)), "")
    if kind in form.hidden:
        hint = "Players and this site leave the transcript's STYLE out."
        return remark("transcript-style", block.line, hint, "Delete it.") if kind == "STYLE" else []
    message = f"There are no times above “{told(block.lines[0])}”."
    return fault("transcript-cue", block.line, message, f"Write when it is said, in a line above it: {form.example}")


def _timed(block: Block, at: int, last: float, form: Form) -> list[Cue] | Fault:
    line, timing = block.line + at, form.timing.fullmatch(block.lines[at].strip())
    if not timing:
        return _untimely(block.lines[at].strip(), line, form)
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if end <= start:
        message = f"This ends before it begins: {told(block.lines[at])}."
        return fault("transcript-order", line, message, "Put the earlier time first.")
    if start < last:
        message = "This begins before what stands above it; the transcript runs backwards."
        return fault("transcript-order", line, message, "Put what is said into the order in which it is said.")
    return list(_voices(start, end, "\n".join(block.lines[at + 1 :])))


def _untimely(written: str, line: int, form: Form) -> Fault:
    message = f"These are no times: {told(written)}."
    meant = (_COMMA.sub(r"\1.\2", written), _POINT.sub(r"\1,\2", written))
    right = next((times for times in meant if form.timing.fullmatch(times)), form.example)
    return fault("transcript-cue", line, message, f"Write hours, minutes, seconds and thousandths: {right}")


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _voices(start: float, end: float, text: str) -> Iterator[Cue]:
    """Give what each voice of a cue says."""
    speaker, said = "", ""
    for position, piece in enumerate([*_TAG.split(_PLACING.sub("", text)), "</v>"]):
        is_tag = position % 2 == 1  # between two tags, there is always a piece of text, be it empty
        voice = _VOICE.fullmatch(piece) if is_tag else None
        if (voice or piece == "</v>") and said.strip():
            yield Cue(start=start, end=end, speaker=speaker, text=_plain(said))
            said = ""
        if voice:
            speaker = _plain(voice[1])
        elif piece == "</v>":
            speaker = ""
        elif not is_tag:
            said += piece


def _plain(text: str) -> str:
    pieces = _ENDLESS.split(text)
    read = "".join(piece if position % 2 else html.unescape(piece) for position, piece in enumerate(pieces))
    return " ".join(blanked(read).split())
