"""ffmpeg: the program that reads whatever people record, run as a process of its own.

Its wheel (imageio-ffmpeg) brings it; one that the system has is taken where it is newer. It is given plain files
alone: a playlist in a sound's clothes would have it open other files, or other people's addresses.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_FORMATS = "mp3,mov,mp4,m4a,aac,wav,w64,aiff,flac,ogg,caf,amr,matroska,webm,avi,asf,mpeg,mpegts"
"""Containers of sound and of film that are opened: none of them leads to another file."""

_QUIET = ("-hide_banner", "-nostdin", "-nostats")
_VERSION = re.compile(r"ffmpeg version n?(\d+(?:\.\d+)*)")
_LONGEST = 3_600
"""Seconds after which it is given up; an hour of sound takes half a minute."""

_GIVEN = ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What it is told of its surroundings: it reads what strangers have made, and no secret is its business."""

_MOST_SAID = 4_000_000
"""Characters of what it says that are looked at."""


class NoSound(Exception):
    """ffmpeg could make nothing of a file; its last words say why, to whoever knows it."""


@cache
def find() -> Path | None:
    """Return the newest ffmpeg at hand; None where there is none for this kind of machine."""
    ours, theirs = _in_wheel(), shutil.which("ffmpeg")
    there = [Path(program) for program in (ours, theirs) if program]
    return max(there, key=_version) if len(there) > 1 else next(iter(there), None)


def run(program: Path, file: Path, *arguments: str) -> tuple[str, str]:
    """Have a file read; return what ffmpeg writes to its output and to its log.

    Raises:
        NoSound: it failed, or did not end.

    """
    opened = ("-protocol_whitelist", "file", "-format_whitelist", _FORMATS, "-i", f"file:{file}")
    try:
        done = _call([str(program), *_QUIET, *opened, *arguments], _LONGEST)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NoSound(str(fault)) from fault
    log = done.stderr[-_MOST_SAID:]
    if done.returncode:
        raise NoSound(next(iter(log.splitlines()[-1:]), ""))
    return done.stdout, log


def _call(command: Sequence[str], longest: float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program and arguments, and no shell
        command,
        stdin=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _GIVEN if name in os.environ},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=longest,
        check=False,
    )


def _in_wheel() -> str | None:
    import imageio_ffmpeg  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no annotations, and is seldom needed

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError:
        return None


def _version(program: Path) -> tuple[int, ...]:
    """Return the version that a program says; nothing where it says none, as one that somebody built from a commit."""
    try:
        said = _VERSION.match(_call([str(program), "-version"], 10).stdout)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(map(int, said[1].split("."))) if said else ()
