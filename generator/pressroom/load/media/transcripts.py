"""Transcripts: WebVTT or SubRip, read into what was said, by whom and when.

Source: W3C WebVTT, §4.1 (a file's structure).
"""

import re
from collections import Counter
from collections.abc import Iterable

from pressroom.load.characters import blanked, forbidden
from pressroom.load.content import Content
from pressroom.load.faults import fault, first_few
from pressroom.load.media.captions import SUBRIP, WEBVTT, read
from pressroom.load.media.headers import LFS_POINTER
from pressroom.model.finding import Fault
from pressroom.model.podcast import Cue, Transcript

SUFFIXES = (".vtt", ".srt")

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?$", re.MULTILINE)
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:<>\n]{0,39}?)\s*:\s+(?P<said>\S.*)", re.DOTALL)
_MOST_WORDS = 4
"""Words that a speaker's name has."""

_OFTEN = 2
"""Times that a name stands before a colon, from which on it is taken for a speaker's."""

_Read = tuple[tuple[Cue, ...], tuple[Fault, ...]]


def load_transcript(content: Content, path: str) -> Transcript | None:
    """Return a transcript; None where there is nothing to read, which is noted."""
    text = content.text(path)
    if text is None:
        return None
    unseen = (_unseen(line, name) for line, _, name in forbidden(text))
    cues, faults = parse(blanked(text), is_subrip=path.endswith(".srt"))
    content.notes.add(path, *first_few(unseen), *first_few(faults))
    return Transcript(path=path, cues=cues)


def parse(text: str, *, is_subrip: bool = False) -> _Read:
    """Return a transcript's cues, and what is wrong with it; a file is taken for what it begins with."""
    if text.startswith(LFS_POINTER.decode()):
        message = "This is a pointer of Git LFS; the transcript itself has not been fetched."
        return (), (fault("transcript-header", 1, message, "Fetch it: git lfs pull"),)
    if _HEADER.match(text):
        form, (cues, faults) = WEBVTT, _webvtt(text)
    elif is_subrip:
        form, (cues, faults) = SUBRIP, read(text, 1, SUBRIP)
    else:
        hint = "Write WEBVTT alone into the first line. If it is an SRT file, give it a name that ends in .srt."
        return (), (fault("transcript-header", 1, "The transcript does not begin with the line WEBVTT.", hint),)
    if cues or faults:
        return with_speakers(cues), faults
    hint = f"Add what is said, below its times: {form.example}"
    return (), (fault("transcript-cue", 1, "Nobody says anything in the transcript.", hint),)


def with_speakers(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return cues with those as speakers whose names stand before what they say, as SubRip has them.

    Where a voice is marked as such nothing is guessed; a word that stands before a colon once is only a word.
    """
    if any(cue.speaker for cue in cues):
        return cues
    speakers = _names(cues)
    return tuple(_spoken(cue, speakers) for cue in cues)


def _names(cues: Iterable[Cue]) -> frozenset[str]:
    found = Counter(named["name"] for cue in cues if (named := _NAMED.fullmatch(cue.text)))
    return frozenset(name for name, times in found.items() if times >= _OFTEN and _could_be_a_name(name))


def _could_be_a_name(text: str) -> bool:
    return text[0].isupper() and len(text.split()) <= _MOST_WORDS


def _spoken(cue: Cue, speakers: frozenset[str]) -> Cue:
    named = _NAMED.fullmatch(cue.text)
    if not named or named["name"] not in speakers:
        return cue
    return cue.but(speaker=named["name"], text=named["said"])


def _webvtt(text: str) -> _Read:
    """Read what stands below the header, which ends with the first empty line."""
    header, *_ = (number for number, line in enumerate([*text.split("\n"), ""]) if not line.strip())
    below = "\n".join(text.split("\n")[header:])
    return read(below, header + 1, WEBVTT)


def _unseen(line: int, name: str) -> Fault:
    return fault("control-character", line, f"This line holds {name}, a character that cannot be seen.", "Delete it.")
