"""Recordings to try things on, made by ffmpeg: speech is a voice-like noise, since a tone has no loudness range."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import imageio_ffmpeg  # type: ignore[import-untyped]  # it says no types
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

FFMPEG = Path(imageio_ffmpeg.get_ffmpeg_exe())

_BARE = ("-fflags", "+bitexact", "-flags", "+bitexact", "-id3v2_version", "0")


def record(
    path: Path,
    *options: str,
    seconds: float = 6,
    level: float = -20,
    lead: float = 0,
    tail: float = 0,
    channels: int = 1,
) -> Path:
    """Make a file of so many seconds of sound, its RMS at about `level` dB, between two silences; in any format."""
    sound = f"anoisesrc=d={seconds}:c=pink:a=0.5:seed=7,volume={level + 18}dB"
    around = f"adelay={int(lead * 1000)},apad=pad_dur={tail}" if lead or tail else "anull"
    layout = f"aformat=channel_layouts={'mono' if channels == 1 else 'stereo'}"
    ffmpeg("-f", "lavfi", "-i", f"{sound},{around},{layout}", *options, str(path))
    return path


@cache
def master(seconds: float) -> bytes:
    """Return an MP3 of so many seconds that is as loud as podcasts are, so that no rule finds anything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "master.mp3"
        noise = f"anoisesrc=d={seconds}:c=pink:a=0.5:seed=7,loudnorm=I=-18.6:TP=-3,aformat=channel_layouts=mono"
        ffmpeg("-f", "lavfi", "-i", noise, "-ar", "44100", "-b:a", "64k", *_BARE, str(path))
        return path.read_bytes()


def silence(path: Path, seconds: float = 3) -> Path:
    """Make a file in which nothing can be heard."""
    ffmpeg("-f", "lavfi", "-i", f"anullsrc=r=44100:cl=mono:d={seconds}", str(path))
    return path


def ffmpeg(*arguments: str) -> str:
    """Run ffmpeg, and return what it wrote to its output."""
    program = [str(FFMPEG), "-y", "-nostdin", "-loglevel", "error", *arguments]
    return subprocess.run(program, check=True, capture_output=True, text=True).stdout


def decoded_seconds(path: Path) -> float:
    """Return how long a sound is, by decoding all of it and counting its samples."""
    program = [str(FFMPEG), "-loglevel", "error", "-i", str(path), "-map", "0:a:0", "-ac", "1", "-ar", "44100"]
    samples = subprocess.run([*program, "-f", "s16le", "-"], check=True, capture_output=True).stdout
    return len(samples) / 2 / 44100


def tag_of(file: Any) -> Any:
    """Read an MP3's tag as it is written, by its path or out of a buffer, or out of nothing but the tag."""
    return ID3(file, translate=False)  # type: ignore[no-untyped-call]  # mutagen says no types


def stream_of(path: Path) -> Any:
    """Read what an MP3's frames say."""
    return MP3(path).info  # type: ignore[no-untyped-call]  # as above
