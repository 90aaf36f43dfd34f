"""The two sides of a recording in stereo: often both say the same, or a microphone was heard on one of them alone.

Such a recording is mono that takes twice the room, and on one side alone it is heard in one ear.
"""

import re
from pathlib import Path
from typing import Final, Literal

from pressroom import ffmpeg
from pressroom.model.base import Model

Kind = Literal["mono", "stereo", "twin", "left", "right"]
"""`twin` says the same on both sides; `left` and `right` are silent on the other."""

_ALIKE = 20.0
"""Decibels by which what differs is lower than what is the same: phones' encoders make no less of one voice."""

_SILENT = 40.0
"""Decibels by which a side is lower than the other on which nobody spoke into a microphone."""

_NOTHING = -200.0
"""Decibels that stand for minus infinity."""

_APART: Final = "aformat=channel_layouts=stereo,pan=2.1|c0=c0|c1=c1|c2=c0-c1"
_LEVELS: Final = "astats=measure_perchannel=RMS_level:measure_overall=none"
_LEVEL: Final = re.compile(r"Parsed_astats_\S+ @ \S+\] RMS level dB: (-?(?:inf|nan|[\d.]+))")
_ONE: Final = "aformat=channel_layouts=stereo,pan=mono|c0="

_LAYOUTS: Final = {
    "mono": "aformat=channel_layouts=mono",
    "stereo": "aformat=channel_layouts=stereo",
    "twin": f"{_ONE}0.5*c0+0.5*c1",
    "left": f"{_ONE}c0",
    "right": f"{_ONE}c1",
}


class Sides(Model):
    """What is made of a recording's channels."""

    kind: Kind

    @property
    def channels(self) -> int:
        """How many there are to be."""
        return 2 if self.kind == "stereo" else 1

    @property
    def layout(self) -> str:
        """The filters of ffmpeg that make them."""
        return _LAYOUTS[self.kind]


def sides(program: Path, file: Path, channels: int) -> Sides:
    """Return what to make of a recording's channels; one in stereo is listened to.

    Raises:
        ffmpeg.NoSound: there is no sound in it that could be read.

    """
    if channels == 1:
        return Sides(kind="mono")
    _, log = ffmpeg.run(program, file, "-map", "0:a:0", "-af", f"{_APART},{_LEVELS}", "-f", "null", "-")
    levels = [_level(said) for said in _LEVEL.findall(log)]
    return Sides(kind=_kind(*levels) if len(levels) == 3 else "stereo")


def _kind(left: float, right: float, difference: float) -> Kind:
    louder = max(left, right)
    if louder <= _NOTHING:
        return "stereo"
    if difference <= louder - _ALIKE:
        return "twin"
    if right <= louder - _SILENT:
        return "left"
    return "right" if left <= louder - _SILENT else "stereo"


def _level(said: str) -> float:
    """Return a level in decibels; silence has none."""
    return _NOTHING if "n" in said else max(float(said), _NOTHING)
