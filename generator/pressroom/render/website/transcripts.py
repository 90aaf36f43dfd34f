"""What was said in an episode, speaker by speaker, each line with a way into the sound."""

from collections.abc import Sequence
from itertools import groupby

from pressroom.model.base import Model
from pressroom.model.podcast import Cue
from pressroom.render.website.players import Player, moment_in
from pressroom.render.website.wording import clock

LONG = 120
"""More lines than this, some ten minutes, and the page shows them only to who asks."""


class Line(Model):
    """One line, from when to when it is said."""

    text: str
    time: str
    seconds: float
    href: str
    """The sound from there on; empty where there is none."""


class Turn(Model):
    """What one person said until another spoke."""

    speaker: str
    lines: tuple[Line, ...]


class Spoken(Model):
    """A transcript."""

    turns: tuple[Turn, ...]
    long: bool
    file: str


def spoken(cues: Sequence[Cue], sound: Player | None, file: str) -> Spoken:
    """Return a transcript for a page; `file` is where it can be downloaded."""
    turns = groupby(cues, key=lambda cue: cue.speaker)
    return Spoken(
        turns=tuple(Turn(speaker=speaker, lines=tuple(_line(cue, sound) for cue in said)) for speaker, said in turns),
        long=len(cues) > LONG,
        file=file,
    )


def _line(cue: Cue, sound: Player | None) -> Line:
    return Line(text=cue.text, time=clock(cue.start), seconds=cue.start, href=moment_in(sound, cue.start))
