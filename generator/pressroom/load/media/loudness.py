"""How loud a sound is, as listeners will hear it: ffmpeg listens to the whole of it.

It takes about a second for two minutes of sound, so loading does not ask: who wants to know, does.
Source: EBU R 128 and ITU-R BS.1770-5, as ffmpeg's ebur128 measures them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pressroom import ffmpeg
from pressroom.model.podcast import Loudness

_SHORTEST_SILENCE = 0.5
"""Seconds."""

_SILENCES = (50, 60, 70)
"""Decibels below full scale; what stays below one of these is silence, which one depends on how loud the speech is."""

_BELOW_SPEECH = 25
"""Decibels by which silence is lower than the sound is on the whole."""

FILTERS = ",".join(
    [
        *(f"silencedetect@below{level}=noise=-{level}dB:d={_SHORTEST_SILENCE}" for level in _SILENCES),
        "ebur128=peak=true:framelog=quiet",
    ]
)

RECIPE = f"1 {FILTERS}"
"""What to keep a result under, beside the file's digest; its number is raised when other facts are read from it."""

_NOTHING = -70.0
"""LUFS that stand for no loudness at all (BS.1770's absolute gate)."""

_LOWEST_PEAK = -100.0
_AT_THE_EDGE = 0.1
"""Seconds: silence that begins so early begins with the sound."""

_NUMBER = r"(-?\d+(?:\.\d+)?)"
_INTEGRATED = re.compile(rf"^\s+I:\s+{_NUMBER} LUFS$", re.MULTILINE)
_PEAK = re.compile(rf"^\s+Peak:\s+{_NUMBER} dBFS$", re.MULTILINE)
_SILENCE = re.compile(rf"silencedetect@below(\d+) .*silence_(start|end): {_NUMBER}")
_TIME = re.compile(r"time=(\d+):(\d\d):(\d\d(?:\.\d+)?)")
_CHANNELS = re.compile(r"Stream #0:\d+\S*: Audio: [^,]+, \d+ Hz, (\S+)")


def listen(program: Path, file: Path) -> Loudness:
    """Listen to a sound file from its beginning to its end.

    Raises:
        ffmpeg.NoSound: there is no sound in it.

    """
    _, log = ffmpeg.run(program, file, "-map", "0:a:0", "-af", FILTERS, "-f", "null", "-")
    return heard(log)


def heard(log: str) -> Loudness:
    """Return what ffmpeg says that it heard, where FILTERS were among its filters.

    Raises:
        ffmpeg.NoSound: it heard nothing of which it could say how long it was.

    """
    times, channels = _TIME.findall(log), channels_in(log)
    if not times or channels is None:
        raise ffmpeg.NoSound("no summary")
    hours, minutes, seconds = times[-1]
    duration = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    integrated, peak = _last(_INTEGRATED, log, _NOTHING), _last(_PEAK, log, _LOWEST_PEAK)
    if integrated <= _NOTHING:
        return Loudness(integrated=None, peak=peak, channels=channels, duration=duration, lead=duration)
    silences = tuple(_silences(log, _silence(integrated), duration))
    edges = (*(s for s in silences if _leads(s)), *(s for s in silences if _trails(s, duration)))
    start, end = max((s for s in silences if s not in edges), key=lambda s: s[1] - s[0], default=(0.0, 0.0))
    return Loudness(
        integrated=integrated,
        peak=peak,
        channels=channels,
        duration=duration,
        lead=sum(end for start, end in edges if start <= _AT_THE_EDGE),
        tail=sum(duration - start for start, end in edges if start > _AT_THE_EDGE),
        pause=round(end - start, 3),
        pause_at=start,
    )


def channels_in(log: str) -> int | None:
    """Return how many channels the sound has that ffmpeg was given; None where it has found no sound."""
    found = _CHANNELS.search(log)
    return {"mono": 1, "stereo": 2}.get(found[1].rstrip(","), 2) if found else None


def _silence(integrated: float) -> int:
    """Return below which of the levels a sound is silent that is so loud on the whole."""
    return next((level for level in _SILENCES if -level <= integrated - _BELOW_SPEECH), _SILENCES[-1])


def _silences(log: str, level: int, duration: float) -> Iterator[tuple[float, float]]:
    """Give each silence, from when to when; one that is not over lasts until the end."""
    start: float | None = None
    for found, edge, moment in _SILENCE.findall(log):
        if int(found) != level:
            continue
        if edge == "start":
            start = max(float(moment), 0.0)
        elif start is not None:
            yield start, min(float(moment), duration)
            start = None
    if start is not None:
        yield start, duration


def _leads(silence: tuple[float, float]) -> bool:
    return silence[0] <= _AT_THE_EDGE


def _trails(silence: tuple[float, float], duration: float) -> bool:
    return silence[0] > _AT_THE_EDGE and silence[1] >= duration - _AT_THE_EDGE


def _last(pattern: re.Pattern[str], log: str, otherwise: float) -> float:
    return float(next(reversed(pattern.findall(log)), otherwise))
