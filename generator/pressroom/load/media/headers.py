"""What the first bytes of a file say: what kind it is, and how large a picture claims to be.

Nothing is decoded here, so that a picture of a few bytes that claims to be enormous costs nothing.
Sources: PNG 3rd edition §5.2 and §11.2.1; GIF89a §17 and §18; RFC 9649 (WebP) §2.4 to §2.7;
ITU T.81 (JPEG) annex B.
"""

import struct
from typing import Literal

PictureKind = Literal["jpeg", "png", "webp", "gif"]
SUFFIXES: dict[str, PictureKind] = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp", ".gif": "gif"}
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
"""How a file begins that Git LFS keeps elsewhere."""

_PICTURES: tuple[tuple[bytes, PictureKind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers that tell a picture's size."""


def picture_kind(data: bytes) -> PictureKind | None:
    """Return what kind of picture a file is; None where it is none of those that are published."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for magic, kind in _PICTURES if data.startswith(magic)), None)


def other_kind(data: bytes) -> str:
    """Return what a file is that is no picture, in words."""
    start = data[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "a TIFF picture"
    if data[4:8] == b"ftyp":
        return "a HEIC or AVIF picture, or a film"
    if start.startswith(b"%pdf"):
        return "a PDF"
    return (
        "text" if start and all(byte >= 32 or byte in b"\t\n\r" for byte in start) else "no picture that is known here"
    )


def claimed_size(data: bytes, kind: PictureKind) -> tuple[int, int] | None:
    """Return the width and height that a picture claims; None where it ends before it says so."""
    try:
        return _SIZES[kind](data)
    except (struct.error, IndexError):
        return None


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while data[at + 1] == 0xFF:
            at += 1
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + max(length, 2)


_SIZES = {"png": _png, "gif": _gif, "webp": _webp, "jpeg": _jpeg}
