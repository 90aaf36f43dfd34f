"""An episode begins, ends or pauses with a long silence.

Why: after three seconds of nothing listeners look whether the app has stopped, and a minute of it at the end keeps the
next episode from starting.

Bad:
    ask-the-captain.mp3      (8 seconds of silence before the first word)

Good:
    ask-the-captain.mp3      (half a second)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.podcast import Loudness

NAME = "silence"
SEVERITY = Severity.WARNING

LONGEST_LEAD, LONGEST_TAIL, LONGEST_PAUSE = 3.0, 6.0, 10.0
"""Seconds."""

_CUT = "Cut it off in your sound editor; or have it done: pressroom new sound {} FILE"


def find(case: Case) -> Iterator[Finding]:
    """Look for silence in each of the newest episodes in which anything can be heard."""
    for episode, loudness in case.heard():
        name = PurePosixPath((episode.audio.path if episode.audio else None) or "").name
        for message, hint in _faults(name, loudness) if loudness.integrated is not None else ():
            yield warning(NAME, episode.source.path, episode.source.line("audio"), message, hint.format(episode.id))


def _faults(name: str, loudness: Loudness) -> Iterator[tuple[str, str]]:
    if loudness.lead > LONGEST_LEAD:
        yield f"{name} begins with {loudness.lead:.0f} seconds of silence.", _CUT
    if loudness.tail > LONGEST_TAIL:
        yield f"{name} ends with {loudness.tail:.0f} seconds of silence.", _CUT
    if loudness.pause > LONGEST_PAUSE:
        at = int(loudness.pause_at)
        message = f"{name} is silent for {loudness.pause:.0f} seconds from {at // 60}:{at % 60:02} on."
        yield message, "Listen to it; if it is not meant, cut it out in your sound editor."
