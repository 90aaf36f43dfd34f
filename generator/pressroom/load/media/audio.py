"""Sound files: their kind by their bytes, their exact size, their true length."""

import hashlib
import io
import os
import struct
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal, cast

from pressroom.load.beside import Mention, of_file
from pressroom.load.content import Content, unreadable
from pressroom.load.faults import fault
from pressroom.load.media.headers import LFS_POINTER
from pressroom.load.media.id3 import check_tag, has_chapters
from pressroom.load.media.mpeg import MOST_RUBBISH, count_seconds
from pressroom.load.remembering import remember
from pressroom.model.base import Model
from pressroom.model.finding import Fault
from pressroom.model.podcast import Audio

if TYPE_CHECKING:
    from mutagen.mp4 import MP4Info

AudioType = Literal["audio/mpeg", "audio/x-m4a"]

LARGEST_DESCRIPTION = 16_000_000
"""Bytes that an M4A's description (moov), its cover included, may have."""

_VERSION = "3"
_SUFFIXES: dict[AudioType, str] = {"audio/mpeg": ".mp3", "audio/x-m4a": ".m4a"}
_HEAD = 512
_EXACT = 0.1
"""Seconds by which what an MP3 says of its length may differ from its frames, where the encoder tells how much of the
first and the last is silence of its own.
"""

_MOST_PARTS = 10_000
_OTHERS = (
    (b"OggS", "Ogg (Opus or Vorbis)"),
    (b"RIFF", "WAV"),
    (b"fLaC", "FLAC"),
    (b"\xff\xf1", "raw AAC"),
    (b"\xff\xf9", "raw AAC"),
    (b"\x1aE\xdf\xa3", "WebM or Matroska"),
    (b"FORM", "AIFF"),
)
_EXPORT = (
    "Export it as MP3 (64 kbit/s mono is plenty for speech) or as M4A; or have it done: `pressroom new sound EPISODE"
    " FILE` makes an MP3 of it."
)
_AGAIN = "Copy it again from where it came from, or export it again."


class Facts(Model):
    """What was measured of a sound file; a fault, which begins behind its name, where it cannot be played."""

    type: AudioType = "audio/mpeg"
    duration: float = 0
    start: int = 0
    """Bytes before the sound itself; 0 where it is not an MP3."""

    has_chapters: bool = False
    fault: Fault | None = None


def load_audio(content: Content, path: str, mention: Mention) -> Audio | None:
    """Return a sound file's facts; None where it cannot be played, which is noted where it is named."""
    measured = _load(content, path)
    if isinstance(measured, Fault):
        content.notes.add(mention.text, of_file(path, measured, mention.line))
        return None
    return measured


def _load(content: Content, path: str) -> Audio | Fault:
    try:
        with content.open(path) as file:
            size = os.fstat(file.fileno()).st_size
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            facts = remember(content.store, "audio", f"{_VERSION} {digest}", Facts, lambda: measure(file, size))
    except OSError as wrong:
        return unreadable(wrong, "")
    wrong_name = facts.fault or _mislabelled(path, facts.type)
    return wrong_name or Audio(path=path, digest=digest, bytes=size, **facts.as_dict("fault"))


def measure(file: io.BufferedReader, size: int) -> Facts:
    """Measure an open sound file of this size; no more than a few megabytes of it are held at a time."""
    file.seek(0)
    head = file.read(_HEAD)
    if wrong := _unplayable(head):
        return Facts(fault=wrong)
    if head[4:8] == b"ftyp":
        return _measure_m4a(file, size)
    if wrong := check_tag(file, size):
        return Facts(fault=wrong)
    facts = _measure_mp3(file)
    return facts if facts.fault else facts.but(has_chapters=has_chapters(file))


def _unplayable(head: bytes) -> Fault | None:
    """Return why a file is no sound that podcast apps play, as far as its beginning tells."""
    other = next((name for magic, name in _OTHERS if head.startswith(magic)), None)
    if other:
        return fault("audio-type", 1, f"is {other}; podcast apps play MP3 and M4A.", _EXPORT)
    return no_sound(head)


def no_sound(head: bytes) -> Fault | None:
    """Return why a file is no sound at all, as far as its first bytes tell; it begins behind the file's name."""
    if not head:
        return fault("audio-broken", 1, "is empty.", _AGAIN)
    if head.startswith(LFS_POINTER):
        message = "is a pointer of Git LFS; the sound itself has not been fetched."
        return fault("audio-type", 1, message, "Fetch it: git lfs pull")
    if head.lstrip().startswith(b"<"):
        message = "is a web page, not sound; mostly one that asks to sign in."
        return fault("audio-type", 1, message, "Download the sound again, and listen to it.")
    return None


def _measure_mp3(file: io.BufferedReader) -> Facts:
    from mutagen import MutagenError  # noqa: PLC0415 - most sounds were measured before
    from mutagen.mp3 import BitrateMode, MPEGInfo  # noqa: PLC0415 - as above

    try:
        info = MPEGInfo(file)
    except MutagenError:
        return Facts(fault=fault("audio-type", 1, "is neither MP3 nor M4A.", _EXPORT))
    if info.layer != 3:
        return Facts(fault=fault("audio-type", 1, f"is MPEG audio of layer {info.layer}, not MP3.", _EXPORT))
    try:
        counted = count_seconds(file, info.frame_offset)
    except ValueError:
        message = f"has more than {MOST_RUBBISH / 1e6:,.0f} MB in it that are no sound."
        return Facts(fault=fault("audio-broken", 1, message, _AGAIN))
    if info.bitrate_mode is not BitrateMode.UNKNOWN and counted < info.length - 1:
        message = f"ends after {clock(counted)} and says itself that it lasts {clock(info.length)}."
        return Facts(fault=fault("audio-broken", 1, message, _AGAIN))
    is_true = info.bitrate_mode is not BitrateMode.UNKNOWN and abs(counted - info.length) <= _EXACT
    return _playable("audio/mpeg", info.length if is_true else counted, info.frame_offset)


def _measure_m4a(file: io.BufferedReader, size: int) -> Facts:
    try:
        start, length = _find_description(file, size)
    except (struct.error, ValueError):
        return Facts(fault=fault("audio-broken", 1, "is cut off, or has no description of itself.", _AGAIN))
    if length > LARGEST_DESCRIPTION:
        message = f"has a description, cover included, of {length / 1e6:,.1f} MB; every listener downloads it."
        return Facts(fault=fault("audio-tag", 1, message, "Take a cover of at most 3,000 pixels and 500 KB, or none."))
    file.seek(start)
    from mutagen.mp4 import MP4  # noqa: PLC0415 - most episodes are MP3

    try:
        description = _Description(file.read(length))
        info = cast("MP4Info", MP4(description).info)  # type: ignore[no-untyped-call]  # mutagen says no types here
    except Exception:  # mutagen raises whatever it meets in a damaged description
        return Facts(fault=fault("audio-broken", 1, "has a damaged description of itself.", _AGAIN))
    if info.codec and not info.codec.startswith("mp4a"):
        return Facts(fault=fault("audio-type", 1, f"holds {info.codec_description}; podcast apps play AAC.", _EXPORT))
    return _playable("audio/x-m4a", info.length if info.codec else 0)


def _find_description(file: io.BufferedReader, size: int) -> tuple[int, int]:
    """Return where an M4A's description stands and how long it is (ISO/IEC 14496-12 §4.2).

    Raises:
        ValueError: there is none, or the file is shorter than its parts.
        struct.error: the file ends inside the head of a part.

    """
    at, found = 0, None
    for _ in range(_MOST_PARTS):
        if at >= size:
            break
        file.seek(at)
        head = file.read(16)
        length, name = struct.unpack_from(">I4s", head)
        if length == 1:
            (length,) = struct.unpack_from(">Q", head, 8)
        length = length or size - at
        if name == b"moov":
            found = (at, length)
        at += max(length, 8)
    if found is None or at != size:
        raise ValueError("no whole file")
    return found


class _Description(io.BytesIO):
    """A description of bounded length, from which a bounded number of parts is read."""

    _left = _MOST_PARTS

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise OSError("too many parts")
        return super().read(size)


def _playable(kind: AudioType, seconds: float, start: int = 0) -> Facts:
    if seconds <= 0:
        return Facts(fault=fault("audio-broken", 1, "has no sound in it, or does not say how long it lasts.", _AGAIN))
    return Facts(type=kind, duration=seconds, start=start)


def _mislabelled(path: str, kind: AudioType) -> Fault | None:
    name, suffix = PurePosixPath(path), _SUFFIXES[kind]
    if name.suffix == suffix:
        return None
    right = name.with_suffix(suffix).name
    message = f"is in truth {suffix[1:].upper()}; podcast apps go by the name."
    return fault("audio-type", 1, message, f"Rename it to {right}, and write that in episode.md.")


def clock(seconds: float) -> str:
    """Return a moment as listeners read it: `1:23`."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
