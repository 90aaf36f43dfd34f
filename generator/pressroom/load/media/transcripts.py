"""Transcripts: WebVTT, read into what was said, by whom and when.

Source: W3C WebVTT, §4.1 (a file's structure), §6.1 (its parser) and §6.4 (a cue's text).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.load.characters import blanked, forbidden
from pressroom.load.content import Content
from pressroom.load.faults import fault, first_few, remark
from pressroom.load.fields.refusing import told
from pressroom.model.finding import Fault
from pressroom.model.podcast import Cue, Transcript

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?$", re.MULTILINE)
_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?", re.ASCII)
_COMMA = re.compile(r"(\d),(\d{3})", re.ASCII)
_TAG = re.compile(r"(<[^<>]*>)")
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]+)>")
_ENDLESS = re.compile(r"(&#[0-9]{8,};?)")
"""A number that stands for no character; Python refuses to read one of more than 4,300 digits."""

_HIDDEN = frozenset({"NOTE", "REGION", "STYLE"})
"""Blocks that nobody is shown: they are not published."""

_GIVE_UP = 1_000
"""Faults after which the rest is not looked at."""

_EXAMPLE = "00:00:05.000 --> 00:00:09.500"


@dataclass(frozen=True)
class Block:
    """Lines that belong together, with an empty line before and after them."""

    line: int
    lines: tuple[str, ...]

    @property
    def arrow(self) -> int | None:
        """The line of its times, counted from 0; None where it has none, and so is no cue."""
        return next((at for at, line in enumerate(self.lines[:2]) if "-->" in line), None)

    @property
    def is_hidden(self) -> bool:
        """Whether it is a remark, a region or a style."""
        return self.arrow is None and _kind(self.lines[0]) in _HIDDEN


def load_transcript(content: Content, path: str) -> Transcript | None:
    """Return a transcript; None where there is nothing to read, which is noted."""
    text = content.text(path)
    if text is None:
        return None
    unseen = (_unseen(line, name) for line, _, name in forbidden(text))
    text = blanked(text)
    cues, faults = parse(text)
    content.notes.add(path, *first_few(unseen), *first_few(faults))
    return Transcript(path=path, data=published(text).encode(), cues=cues)


def parse(text: str) -> tuple[tuple[Cue, ...], tuple[Fault, ...]]:
    """Return a transcript's cues, and what is wrong with it."""
    if not _HEADER.match(text):
        hint = (
            "Write WEBVTT alone into the first line. If it was an SRT file, change the commas in its times to points."
        )
        return (), (fault("transcript-header", 1, "The transcript does not begin with the line WEBVTT.", hint),)
    cues, faults = _said(text)
    if cues or faults:
        return tuple(cues), tuple(faults)
    hint = f"Add what is said, below its times: {_EXAMPLE}"
    return (), (fault("transcript-cue", 1, "Nobody says anything in the transcript.", hint),)


def _said(text: str) -> tuple[list[Cue], list[Fault]]:
    cues: list[Cue] = []
    faults: list[Fault] = []
    for block in _blocks(text):
        read = _read(block, cues[-1].start if cues else 0.0)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            cues += read
        if len(faults) > _GIVE_UP:
            break
    return cues, faults


def published(text: str) -> str:
    """Return a transcript without its remarks, regions and styles; all else stands as it was written."""
    lines = text.split("\n")
    blocks = list(_blocks(text))
    starts = [block.line - 1 for block in blocks] + [len(lines)]
    kept = list(_header(lines[: starts[0]]))
    for block, start, end in zip(blocks, starts, starts[1:], strict=False):
        kept += [] if block.is_hidden else lines[start:end]
    return "\n".join(kept)


def _header(lines: list[str]) -> Iterator[str]:
    """Give the lines above the first block, without what is hidden among them."""
    hidden = False
    for line in lines:
        hidden = bool(line.strip()) and (hidden or _kind(line) in _HIDDEN)
        if not hidden:
            yield line


def _kind(line: str) -> str:
    return next(iter(line.split(maxsplit=1)), "")


def _unseen(line: int, name: str) -> Fault:
    return fault("control-character", line, f"This line holds {name}, a character that cannot be seen.", "Delete it.")


def _blocks(text: str) -> Iterator[Block]:
    """Give the blocks below the header."""
    header, *_ = (number for number, line in enumerate([*text.split("\n"), ""]) if not line.strip())
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n")[header:], ""], header + 1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Block(number - len(lines), tuple(lines))
            lines = []


def _read(block: Block, last: float) -> list[Cue] | Fault:
    """Return the cues of a block: one for each voice in it, none for what is no cue."""
    return _untimed(block) if block.arrow is None else _timed(block, block.arrow, last)


def _untimed(block: Block) -> list[Cue] | Fault:
    if _kind(block.lines[0]) == "STYLE":
        return remark(
            "transcript-style", block.line, "Players and this site leave the transcript's STYLE out.", "Delete it."
        )
    if block.is_hidden:
        return []
    message = f"There are no times above “{told(block.lines[0])}”."
    return fault("transcript-cue", block.line, message, f"Write when it is said, in a line above it: {_EXAMPLE}")


def _timed(block: Block, at: int, last: float) -> list[Cue] | Fault:
    line, timing = block.line + at, _TIMING.fullmatch(block.lines[at].strip())
    if not timing:
        return _untimely(block.lines[at].strip(), line)
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if end <= start:
        message = f"This ends before it begins: {told(block.lines[at])}."
        return fault("transcript-order", line, message, "Put the earlier time first.")
    if start < last:
        message = "This begins before what stands above it; the transcript runs backwards."
        return fault("transcript-order", line, message, "Put what is said into the order in which it is said.")
    return list(_voices(start, end, "\n".join(block.lines[at + 1 :])))


def _untimely(written: str, line: int) -> Fault:
    message = f"These are no times: {told(written)}."
    points = _COMMA.sub(r"\1.\2", written)
    right = points if _TIMING.fullmatch(points) else _EXAMPLE
    return fault("transcript-cue", line, message, f"Write hours, minutes, seconds and thousandths: {right}")


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _voices(start: float, end: float, text: str) -> Iterator[Cue]:
    """Give what each voice of a cue says."""
    speaker, said = "", ""
    for position, piece in enumerate([*_TAG.split(text), "</v>"]):
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
