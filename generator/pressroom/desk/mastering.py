"""Mastering: an MP3 as podcast apps want it, made of whatever was recorded. The recording itself is never touched.

It is listened to first, and then made: cut where nothing is to be heard yet and nothing more, as loud as it should be
in one step for the whole of it (loudnorm, linear where its peaks allow that), at 44.1 kHz with a constant rate.
Sources: EBU R 128; Apple's requirements for podcasts; ffmpeg-filters, "loudnorm".
"""

import json
import re
from pathlib import Path
from typing import Any

from pressroom import ffmpeg
from pressroom.desk.recording import Recording, unheard
from pressroom.desk.sides import Sides, sides
from pressroom.load.media.loudness import FILTERS, heard, listen
from pressroom.model.base import Model
from pressroom.model.podcast import HIGHEST_PEAK, MONO_TARGET, STEREO_TARGET, Loudness

_BREATH = 0.3
"""Seconds of silence that stay at either end."""

_PEAKS = (-2.0, -3.5)
"""dBTP to aim at, each lower than the last: an MP3's own peaks are above those of what it was made of."""

_RATES = {1: "64k", 2: "128k"}
_ALREADY_RIGHT = 0.5
"""LU by which an MP3 may differ from what it should be and is still left as it is, since each copy loses something."""

_TWICE = 3.0
"""Decibels by which two sides that say the same are louder than one."""

_LAME = 0.4
"""Decibels by which LAME, at such rates, makes what it encodes quieter."""

_LOUDEST_RANGE = 20.0
"""LU; a recording that has more between loud and quiet is evened out."""

_JSON = re.compile(r"^\{$.*?^\}$", re.MULTILINE | re.DOTALL)


class Master(Model):
    """What was heard of a recording, and what was made of it."""

    before: Loudness
    after: Loudness
    cut: float
    """Seconds that were cut off at the beginning."""

    sides: Sides
    """What was made of its channels."""

    copied: bool = False
    """Whether the recording was right as it was."""


def master(program: Path, recording: Recording, target: Path) -> Master:
    """Make an MP3 of a recording, without a tag.

    Raises:
        UsageWrong: there is no sound in it that could be read.

    """
    file = recording.path.resolve()
    try:
        heard_on = sides(program, file, recording.channels)
        before, measured = _first_pass(program, file, heard_on)
        if _is_right(recording, before, heard_on):
            _copy(program, file, target)
            known = _on_both_sides(before) if heard_on.kind == "twin" else before
            return Master(before=known, after=known, cut=0, sides=heard_on, copied=True)
        start, end = _span(before)
        for peak in _PEAKS:
            filters = ",".join(filter(None, [_cutting(start, end), _levelling(measured, heard_on.channels, peak)]))
            _make(program, file, filters, heard_on, target)
            after = listen(program, target)
            if after.peak <= HIGHEST_PEAK:
                break
    except ffmpeg.NoSound:
        raise unheard(recording.path) from None
    return Master(before=before, after=after, cut=start, sides=heard_on)


def _first_pass(program: Path, file: Path, heard_on: Sides) -> tuple[Loudness, dict[str, Any] | None]:
    """Listen to all of it; what loudnorm needs to know is None where nothing can be heard."""
    filters = f"{heard_on.layout},{FILTERS},{_aim(heard_on.channels, _PEAKS[0])}:print_format=json"
    _, log = ffmpeg.run(program, file, "-map", "0:a:0", "-af", filters, "-f", "null", "-")
    loudness = heard(log).but(channels=heard_on.channels)
    said = next(reversed(_JSON.findall(log)), None)
    return loudness, json.loads(said) if said and loudness.integrated is not None else None


def _is_right(recording: Recording, loudness: Loudness, heard_on: Sides) -> bool:
    """Tell whether a recording is an MP3 already as apps want it."""
    if not recording.is_mp3 or loudness.integrated is None or _span(loudness) != (0, None):
        return False
    if heard_on.kind in {"left", "right"}:
        return False
    return abs(loudness.integrated - loudness.target) <= _ALREADY_RIGHT and loudness.peak <= HIGHEST_PEAK


def _on_both_sides(loudness: Loudness) -> Loudness:
    """Return how loud it is when two speakers say what was listened to on one side alone."""
    return loudness.but(channels=2, integrated=(loudness.integrated or 0) + _TWICE)


def _span(loudness: Loudness) -> tuple[float, float | None]:
    """Return from when to when it is kept; silence of half a second or so belongs to it."""
    if loudness.integrated is None:
        return 0, None
    start = loudness.lead - _BREATH if loudness.lead > 2 * _BREATH else 0
    end = loudness.duration - loudness.tail + _BREATH if loudness.tail > 2 * _BREATH else None
    return start, end


def _cutting(start: float, end: float | None) -> str:
    if not start and end is None:
        return ""
    until = f":end={end:.3f}" if end is not None else ""
    return f"atrim=start={start:.3f}{until},asetpts=PTS-STARTPTS"


def _levelling(measured: dict[str, Any] | None, channels: int, peak: float) -> str:
    if measured is None:
        return ""
    spread = min(max(7.0, float(measured["input_lra"])), _LOUDEST_RANGE)
    known = (f"measured_{key}={float(measured[f'input_{key}'])}" for key in ("i", "tp", "lra", "thresh"))
    return ":".join(
        [_aim(channels, peak), f"LRA={spread}", *known, f"offset={float(measured['target_offset'])}", "linear=true"]
    )


def _aim(channels: int, peak: float) -> str:
    target = MONO_TARGET if channels == 1 else STEREO_TARGET
    return f"loudnorm=I={target + _LAME}:TP={peak}"


def _make(program: Path, file: Path, filters: str, heard_on: Sides, target: Path) -> None:
    chain = ",".join(filter(None, [heard_on.layout, filters]))
    form = ("-ar", "44100", "-c:a", "libmp3lame", "-b:a", _RATES[heard_on.channels])
    ffmpeg.run(program, file, "-map", "0:a:0", "-af", chain, *form, *_BARE, f"file:{target}")


def _copy(program: Path, file: Path, target: Path) -> None:
    ffmpeg.run(program, file, "-map", "0:a:0", "-c", "copy", *_BARE, f"file:{target}")


_BARE = (
    *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"),
    *("-id3v2_version", "0", "-f", "mp3", "-y"),
)
"""No tag, and nothing in it that depends on when or by what it was made."""
