"""A recording: what somebody brings to make an episode of, and what is known of it before it is made one."""

import re
from collections.abc import Iterator
from pathlib import Path

from pressroom import ffmpeg
from pressroom.errors import UsageWrong
from pressroom.load.media.audio import no_sound
from pressroom.load.media.loudness import channels_in
from pressroom.model.base import Model
from pressroom.plain import open_plain

_HEAD = 512
_SECTION, _CHAPTER = re.compile(r"^\[(\w+)\]$"), "CHAPTER"
_MP3 = re.compile(r"^  Stream #0:\d+\S*: Audio: mp3 .*, 44100 Hz, .* (\d+) kb/s", re.MULTILINE)
_MOST_KILOBITS = 160
"""A second; what has more is a burden to whoever listens on the way."""

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Mark(Model):
    """A chapter that a recording brings with it."""

    start: float
    """Seconds."""

    title: str


class Recording(Model):
    """A file with sound in it."""

    path: Path
    channels: int
    is_mp3: bool = False
    """Whether it is an MP3 of a size that is fit for speech."""

    title: str = ""
    marks: tuple[Mark, ...] = ()


def require_sound(path: Path) -> None:
    """Refuse what is no sound at all.

    Raises:
        UsageWrong: there is no such file, or it is empty, a web page, or a pointer of Git LFS.

    """
    try:
        with open_plain(path.resolve()) as file:
            wrong = no_sound(file.read(_HEAD))
    except OSError:
        hint = "Name the recording as you would to open it."
        what = f"{path} is a folder" if path.is_dir() else f"There is no file {path}"
        raise UsageWrong(f"{what}.", hint) from None
    if wrong:
        raise UsageWrong(f"{path.name} {wrong.message}", wrong.hint)


def open_recording(program: Path, path: Path) -> Recording:
    """Look at what a recording is, without listening to it.

    Raises:
        UsageWrong: there is no sound in it that ffmpeg knows.

    """
    try:
        said, log = ffmpeg.run(program, path.resolve(), "-map", "0:a:0", "-c", "copy", "-f", "ffmetadata", "-")
    except ffmpeg.NoSound:
        raise unheard(path) from None
    sections = list(_sections(said))
    title = next((section.get("title", "") for name, section in sections if not name), "")
    marks = (_mark(section) for name, section in sections if name == _CHAPTER)
    return Recording(
        path=path,
        channels=channels_in(log) or 2,
        is_mp3=any(int(rate) <= _MOST_KILOBITS for rate in _MP3.findall(log)),
        title=_one_line(title),
        marks=tuple(filter(None, marks)),
    )


def unheard(path: Path) -> UsageWrong:
    """Return what is to be said of a file in which no sound was found."""
    hint = "Try to play it; if you cannot, export it again from where it was recorded."
    return UsageWrong(f"There is no sound in {path.name} that could be read.", hint)


def _sections(metadata: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the sections of ffmpeg's own format (ffmpeg-formats, "Metadata"), by name; the first has none."""
    name, values = "", dict[str, str]()
    for line in metadata.replace("\\\n", " ").split("\n"):
        if section := _SECTION.match(line):
            yield name, values
            name, values = section[1], {}
        elif "=" in line and not line.startswith((";", "#")):
            key, _, value = line.partition("=")
            values[key.lower()] = _ESCAPED.sub(r"\1", value)
    yield name, values


def _mark(values: dict[str, str]) -> Mark | None:
    """Return a chapter; None where it does not say when it begins, or what it is called."""
    up, _, down = values.get("timebase", "").partition("/")
    try:
        start = int(values["start"]) * int(up) / int(down)
    except (KeyError, ValueError, ZeroDivisionError):
        return None
    title = _one_line(values.get("title", ""))
    return Mark(start=start, title=title) if title and start >= 0 else None


def _one_line(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
