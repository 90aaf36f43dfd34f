"""Bulk: long texts that travel beside the JSON of what holds them, and are read where somebody asks for them.

An archive is mostly the words of old stories, and a build reads few of them.
"""

from functools import partial
from typing import Any, TypeVar

import msgspec

from pressroom.model.base import Model

_STRAYS = "surrogatepass"
"""Half a character may stand in a text, as in any of Python's; who writes it somewhere leaves it out there."""

_SIZE = 8
"""Bytes that say how long the JSON is."""

_M = TypeVar("_M", bound=Model)


class Bulk:
    """A long text or other bytes; equal when the bytes are equal."""

    __slots__ = ("_data",)

    def __init__(self, data: bytes | memoryview = b"") -> None:
        self._data = data

    @classmethod
    def of(cls, text: str) -> "Bulk":
        """Return what is read as a text."""
        return cls(text.encode("utf-8", _STRAYS))

    def __str__(self) -> str:
        """Return the text."""
        return str(self._data, "utf-8", _STRAYS)

    def __bytes__(self) -> bytes:
        """Return the bytes."""
        return bytes(self._data)

    def cut(self, begins: int, ends: int | None = None) -> "Bulk":
        """Return a part of it, given by bytes, which is not copied."""
        return Bulk(memoryview(self._data)[begins:ends])

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return len(self._data) > 0

    def __eq__(self, other: object) -> bool:
        """Compare bytes."""
        return isinstance(other, Bulk) and self._data == other._data

    def __hash__(self) -> int:
        """Hash bytes."""
        return hash(bytes(self._data))

    def __repr__(self) -> str:
        """Return what tells it from another."""
        return f"Bulk({bytes(self._data)!r})"

    def __reduce__(self) -> tuple[type["Bulk"], tuple[bytes]]:
        """Travel to another process as bytes: a view of them cannot."""
        return Bulk, (bytes(self._data),)


def packed(model: Model) -> bytes:
    """Return a model as JSON with all its bulk behind; `unpacked` reads it."""
    tail = bytearray()
    head = msgspec.json.encode(model, enc_hook=partial(_write, tail))
    return b"".join((len(head).to_bytes(_SIZE), head, tail))


def unpacked(kind: type[_M], data: bytes) -> _M:
    """Return a model that was packed; its bulk stays where it is.

    Raises:
        Malformed: it is nothing of the kind.

    """
    begins = _SIZE + int.from_bytes(data[:_SIZE])
    view = memoryview(data)
    return msgspec.json.decode(view[_SIZE:begins], type=kind, dec_hook=partial(_read, view[begins:]))


def _read(tail: memoryview, kind: type, given: Any) -> Bulk:
    """Return the bulk that lies at such a place of the tail."""
    match given:
        case [int(begins), int(ends)] if kind is Bulk and 0 <= begins <= ends <= len(tail):
            return Bulk(tail[begins:ends])
    raise ValueError("There is no such text behind the JSON.")


def _write(tail: bytearray, bulk: Any) -> list[int]:
    """Add a bulk to the tail, and return its place."""
    if not isinstance(bulk, Bulk):
        raise NotImplementedError
    begins = len(tail)
    tail += bytes(bulk)
    return [begins, len(tail)]
