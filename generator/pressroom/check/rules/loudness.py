"""An episode is louder or quieter than podcasts are, or nothing can be heard in it.

Why: listeners have one hand on the volume in a car, on a quay or on a ladder. What is 6 dB quieter than the last thing
that they heard is lost, and what is louder hurts. Apps expect −16 LUFS, of mono −19, within 1. Sources: Apple's
requirements for podcasts, AES TD1008.

Bad:
    ask-the-captain.mp3      (mono, −25.3 LUFS)

Good:
    ask-the-captain.mp3      (mono, −19.0 LUFS)
"""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import PurePosixPath

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.podcast import Episode, Loudness

NAME = "loudness"
SEVERITY = Severity.WARNING

TOLERANCE = 1.0
"""LU on either side of what apps expect."""

_STRIKING = 3.0
"""Decibels by which an episode differs so much from the one before that listeners reach for the volume."""

_Heard = tuple[Episode, Loudness]


def find(case: Case) -> Iterator[Finding]:
    """Compare how loud each of the newest episodes is with what apps expect, and with the episode before it."""
    heard = list(case.heard())
    for (episode, loudness), before in zip_longest(heard, heard[1:]):
        if loudness.integrated is None:
            hint = "Listen to the file; most likely the wrong track was exported."
            yield _warning(episode, f"Nothing can be heard in {_name(episode)}.", hint)
        elif abs(excess := loudness.integrated - loudness.target) > TOLERANCE:
            yield _warning(episode, _message(episode, loudness, excess, before), _hint(episode, loudness))


def _message(episode: Episode, loudness: Loudness, excess: float, before: _Heard | None) -> str:
    measured = f"{_signed(loudness.integrated or 0)} LUFS, and {loudness.target} is expected".replace("-", "−")
    kind = "mono" if loudness.channels == 1 else "stereo"
    return f"{_name(episode)} is {_words(excess)} than podcasts are ({kind}, {measured}){_beside(loudness, before)}."


def _beside(loudness: Loudness, before: _Heard | None) -> str:
    """Compare an episode with the one before; mono counts for 3 dB less, since two speakers play it."""
    if before is None or before[1].integrated is None or loudness.integrated is None:
        return ""
    step = (loudness.integrated - loudness.target) - (before[1].integrated - before[1].target)
    return f"; {_words(step)} than the last episode" if abs(step) >= _STRIKING else ""


def _hint(episode: Episode, loudness: Loudness) -> str:
    target = str(loudness.target).replace("-", "−")
    return (
        f"Export it again with loudness normalisation to {target} LUFS; or have it done, best out of the recording"
        f" itself: pressroom new sound {episode.id} FILE"
    )


def _words(step: float) -> str:
    return f"{abs(step):.0f} dB {'louder' if step > 0 else 'quieter'}"


def _signed(value: float) -> str:
    return f"{value:.1f}"


def _name(episode: Episode) -> str:
    return PurePosixPath((episode.audio.path if episode.audio else None) or "").name


def _warning(episode: Episode, message: str, hint: str) -> Finding:
    return warning(NAME, episode.source.path, episode.source.line("audio"), message, hint)
