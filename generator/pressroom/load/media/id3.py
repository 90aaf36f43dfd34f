"""ID3v2 tags before the sound of an MP3: whether they are as large as they say, and bearable.

Nothing of a tag is kept in memory; only the headers of its frames are read.
Sources: ID3v2.3.0 §3.1 and §3.3, ID3v2.4.0-structure §3.1 and §4, ID3v2.2.0 §3.1 and §3.2.
"""

import re
import struct
from collections.abc import Iterator
from io import BufferedReader

from pressroom.load.faults import fault
from pressroom.model.finding import Fault

LARGEST_TAG = 10_000_000
"""Bytes that a tag may have; its cover is the most of it, and every listener downloads it."""

_HEADER = 10
_FOOTER = 0x10
_PLAIN = ~(0x80 | 0x40)
"""Flags of a tag whose frames can be walked: neither unsynchronised nor extended."""

_FRAME_ID = re.compile(rb"[A-Z0-9]+")
_SMALLER = "Take a cover of at most 3,000 pixels and 500 KB, or none: the show's artwork serves every episode."
_AGAIN = "Write the tag again with your sound editor, or take it out."


def check_tag(file: BufferedReader, size: int) -> Fault | None:
    """Return what is wrong with the tag of a file of this size, if anything is; it begins behind the file's name."""
    file.seek(0)
    header = file.read(_HEADER)
    if header[:3] != b"ID3" or len(header) < _HEADER:
        return None
    claimed = _HEADER + _syncsafe(header[6:10]) + (_HEADER if header[5] & _FOOTER else 0)
    if claimed > size:
        message = f"has a tag that claims {_megabytes(claimed)}, and the whole file has {_megabytes(size)}."
        return fault("audio-tag", 1, message, _AGAIN)
    if claimed > LARGEST_TAG:
        message = f"has a tag, cover included, of {_megabytes(claimed)}; every listener downloads it."
        return fault("audio-tag", 1, message, _SMALLER)
    return _check_frames(file, header[3], claimed) if not header[5] & ~_PLAIN else None


def has_chapters(file: BufferedReader) -> bool:
    """Tell whether the tag of a file, which `check_tag` has found to be sound, has chapters."""
    file.seek(0)
    header = file.read(_HEADER)
    if header[:3] != b"ID3" or header[5] & ~_PLAIN:
        return False
    frames = _frames(file, header[3], _HEADER + _syncsafe(header[6:10]))
    return any(name == b"CHAP" for name, _, _ in frames)


def _check_frames(file: BufferedReader, version: int, end: int) -> Fault | None:
    """Walk the tag's frames, and find one that claims to be larger than the tag."""
    for name, length, after in _frames(file, version, end):
        if after > end:
            what = "cover" if name in (b"APIC", b"PIC") else f"entry {name.decode()}"
            message = f"has a tag whose {what} claims {_megabytes(length)}, and the whole tag has {_megabytes(end)}."
            return fault("audio-tag", 1, message, _AGAIN)
    return None


def _frames(file: BufferedReader, version: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Give the name of each frame, the length of what it holds, and where the next begins."""
    at = _HEADER
    while at + _HEADER <= end:
        file.seek(at)
        name, length, head = _frame(file.read(_HEADER), version)
        if not _FRAME_ID.fullmatch(name):
            return
        at += head + length
        yield name, length, at


def _frame(header: bytes, version: int) -> tuple[bytes, int, int]:
    """Return a frame's name, the length of what it holds, and that of its header."""
    if version == 2:
        return header[:3], int.from_bytes(header[3:6], "big"), 6
    (plain,) = struct.unpack_from(">I", header, 4)
    is_syncsafe = version == 4 and not any(byte & 0x80 for byte in header[4:8])
    return header[:4], _syncsafe(header[4:8]) if is_syncsafe else plain, _HEADER


def _syncsafe(data: bytes) -> int:
    """Read a number of seven bits a byte."""
    number = 0
    for byte in data:
        number = number << 7 | byte & 0x7F
    return number


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"
