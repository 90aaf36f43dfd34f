"""A transcript as apps read it: WebVTT and SubRip, cleaned, whichever of the two was written.

Each caption has at most two lines, and lines as long as the format's readers have room for; what is longer becomes
several captions, which share its time by their lengths. Sources: W3C WebVTT §4; the podcast namespace's page on
transcript formats (65 characters a line in WebVTT, 32 in SubRip).
"""

import textwrap
from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain, pairwise

from pressroom.model.podcast import Cue
from pressroom.render.characters import one_line

VTT_CHARACTERS, SRT_CHARACTERS = 65, 32
_LINES = 2


def webvtt(cues: Iterable[Cue]) -> bytes:
    """Return a transcript as WebVTT: each caption with its speaker's voice."""
    captions = _in_order(_captions(cue, VTT_CHARACTERS, "") for cue in cues)
    blocks = (f"{_times(cue, '.')}\n{_voice(cue.speaker)}{escape(cue.text, quote=False)}\n" for cue in captions)
    return "\n".join(["WEBVTT\n", *blocks]).encode()


def subrip(cues: Iterable[Cue]) -> bytes:
    """Return a transcript as SubRip: each caption with its number; a speaker's name stands where another begins."""
    captions = _in_order(_captions(cue, SRT_CHARACTERS, name) for cue, name in _introduced(cues))
    blocks = (f"{number}\n{_times(cue, ',')}\n{cue.text}\n" for number, cue in enumerate(captions, 1))
    return "\n".join(blocks).encode()


def _in_order(parts: Iterable[Iterable[Cue]]) -> list[Cue]:
    """Return all captions in the order in which they begin: where two speak at once, parts of both alternate."""
    return sorted(chain.from_iterable(parts), key=lambda caption: caption.start)


def _introduced(cues: Iterable[Cue]) -> Iterator[tuple[Cue, str]]:
    """Give each cue, with its speaker's name before it where somebody else spoke last."""
    last = ""
    for cue in cues:
        yield cue, f"{one_line(cue.speaker)}: " if cue.speaker and cue.speaker != last else ""
        last = cue.speaker


def _captions(cue: Cue, width: int, before: str) -> Iterator[Cue]:
    """Give a cue in as many parts as it needs; a word that is longer than a line is not cut."""
    words = before + one_line(cue.text)
    lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False) or [words]
    parts = ["\n".join(lines[at : at + _LINES]) for at in range(0, len(lines), _LINES)]
    for text, (start, end) in zip(parts, _shares(cue, [len(part) for part in parts]), strict=True):
        yield cue.but(start=start, end=end, text=text)


def _shares(cue: Cue, lengths: list[int]) -> Iterator[tuple[float, float]]:
    """Give from when to when each part is shown, the longer for the longer."""
    whole, at, moments = sum(lengths) or 1, 0, [cue.start]
    for length in lengths:
        at += length
        moments.append(cue.start + (cue.end - cue.start) * at / whole)
    return pairwise(moments)


def _voice(speaker: str) -> str:
    name = one_line(speaker).replace(">", "")
    return f"<v {escape(name, quote=False)}>" if name else ""


def _times(cue: Cue, point: str) -> str:
    """Return a caption's times; one that is too short to be written lasts a thousandth of a second."""
    start = round(cue.start * 1000)
    return f"{_time(start, point)} --> {_time(max(round(cue.end * 1000), start + 1), point)}"


def _time(milliseconds: int, point: str) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{thousandths:03}"
