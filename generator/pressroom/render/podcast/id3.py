"""ID3v2.3: how a label is written before an MP3's sound.

Written here, and not by mutagen, which sorts a tag's frames by their size: players list chapters in the order in which
they stand in the file. Its size does not depend on its pictures, which have room of their own; what they do not need of
it is padding.

Sources: ID3v2.3.0 §3.1 (header, padding), §3.3 (frames), §4.2 to §4.3 and §4.15; ID3v2 Chapter Frame Addendum 1.0.
"""

import struct
from collections.abc import Iterator, Mapping

from pressroom.model.label import Label, LabelledChapter

MOST_CHAPTERS = 255
"""A table of contents counts its entries in one byte."""

_HEADER = 10
_NO_OFFSET = 0xFFFFFFFF
"""Where a chapter begins is said in milliseconds alone, so that cutting off the tag moves nothing."""

_TOP, _ORDERED = 2, 1
_FRONT_COVER, _OTHER = 3, 0
_UTF_16 = b"\x01"


def size(label: Label) -> int:
    """Return how many bytes a label takes before the sound, whichever pictures it is given."""
    return _HEADER + sum(map(len, _frames(label, {}))) + label.room()


def write(label: Label, pictures: Mapping[str, bytes]) -> bytes:
    """Return the tag; `pictures` are JPEGs by the digest of what they were made of, each within its room."""
    length = size(label) - _HEADER
    frames = b"".join(_frames(label, pictures))
    return b"ID3\x03\x00\x00" + _syncsafe(length) + frames.ljust(length, b"\0")


def _frames(label: Label, pictures: Mapping[str, bytes]) -> Iterator[bytes]:
    yield _text("TIT2", label.title)
    yield _text("TALB", label.show)
    yield _text("TPE1", label.people)
    yield _text("TPE2", label.publisher)
    yield _text("TPOS", str(label.season or ""))
    yield _text("TRCK", str(label.number or ""))
    yield _text("TCON", "Podcast")
    year, month, day = label.day.split("-")
    yield _text("TYER", year)
    yield _text("TDAT", f"{day}{month}")
    chapters = label.chapters[:MOST_CHAPTERS]
    if chapters:
        yield _contents(len(chapters))
        yield from (_chapter(position, chapter, pictures) for position, chapter in enumerate(chapters))
    if label.cover:
        yield _picture(pictures.get(label.cover.digest, b""), _FRONT_COVER)


def _contents(number: int) -> bytes:
    children = b"".join(_element(f"ch{position}") for position in range(number))
    return _frame("CTOC", _element("toc") + bytes((_TOP | _ORDERED, number)) + children)


def _chapter(position: int, chapter: LabelledChapter, pictures: Mapping[str, bytes]) -> bytes:
    times = struct.pack(">IIII", chapter.start, chapter.end, _NO_OFFSET, _NO_OFFSET)
    about = _text("TIT2", chapter.title) + _link(chapter.url)
    shown = _picture(pictures.get(chapter.picture.digest, b""), _OTHER) if chapter.picture else b""
    return _frame("CHAP", _element(f"ch{position}") + times + about + shown)


def _link(url: str) -> bytes:
    """Return a link; an address has ASCII alone, and what has not is left out."""
    return _frame("WXXX", _UTF_16 + _utf_16("") + url.encode()) if url and url.isascii() else b""


def _picture(jpeg: bytes, kind: int) -> bytes:
    return _frame("APIC", b"\0image/jpeg\0" + bytes((kind, 0)) + jpeg) if jpeg else b""


def _text(name: str, text: str) -> bytes:
    return _frame(name, _UTF_16 + _utf_16(text)[:-2]) if text else b""


def _utf_16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le", "replace") + b"\0\0"


def _element(name: str) -> bytes:
    return name.encode() + b"\0"


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(body), 0) + body


def _syncsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
