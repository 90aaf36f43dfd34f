"""Bulk: long texts that travel beside the JSON of what holds them, and are read where somebody asks for them.

An archive is mostly the words of old stories, and a build reads few of them.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import msgspec

from pressroom.model.base import Model

_STRAYS = "surrogatepass"
"""Half a character may stand in a text, as in any of Python's; who writes it somewhere leaves it out there."""

_SIZE = 8
"""Bytes that say how long the JSON is."""

_M = TypeVar("_M", bound=Model)


class Tail:
    """What lies behind a JSON: all its bulk together, fetched where the first of it is asked for."""

    def __init__(self, size: int, fetch: Callable[[], bytes]) -> None:
        self.size = size
        self._fetch = fetch
        self._data: memoryview | None = None

    def cut(self, begins: int, ends: int) -> memoryview:
        """Return a part of it."""
        if self._data is None:
            self._data = memoryview(self._fetch())
        return self._data[begins:ends]


class Bulk:
    """A long text or other bytes; equal when the bytes are equal."""

    __slots__ = ("_begins", "_ends", "_tail")

    def __init__(self, data: bytes | Tail = b"", begins: int = 0, ends: int | None = None) -> None:
        """Hold some bytes, or a part of a tail, which is not fetched for that."""
        self._tail = data if isinstance(data, Tail) else Tail(len(data), lambda: data)
        self._begins, self._ends = begins, self._tail.size if ends is None else ends

    @classmethod
    def of(cls, text: str) -> "Bulk":
        """Return what is read as a text."""
        return cls(text.encode("utf-8", _STRAYS))

    def __str__(self) -> str:
        """Return the text."""
        return str(self._view(), "utf-8", _STRAYS)

    def __bytes__(self) -> bytes:
        """Return the bytes."""
        return bytes(self._view())

    def cut(self, begins: int, ends: int | None = None) -> "Bulk":
        """Return a part of it, given by bytes, which is neither copied nor fetched."""
        last = self._ends if ends is None else min(self._begins + ends, self._ends)
        return Bulk(self._tail, min(self._begins + begins, last), last)

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return self._ends > self._begins

    def __eq__(self, other: object) -> bool:
        """Compare bytes."""
        return isinstance(other, Bulk) and self._view() == other._view()

    def __hash__(self) -> int:
        """Hash bytes."""
        return hash(bytes(self))

    def __repr__(self) -> str:
        """Return what tells it from another."""
        return f"Bulk({bytes(self)!r})"

    def __reduce__(self) -> tuple[type["Bulk"], tuple[bytes]]:
        """Travel to another process as bytes: what fetches it cannot."""
        return Bulk, (bytes(self),)

    def _view(self) -> memoryview:
        return self._tail.cut(self._begins, self._ends)


def packed(model: Model) -> bytes:
    """Return a model as JSON with all its bulk behind; `unpacked` reads it."""
    tail = bytearray()
    head = msgspec.json.encode(model, enc_hook=partial(_write, tail))
    return b"".join((len(head).to_bytes(_SIZE), head, tail))


def unpacked(kind: type[_M], data: bytes) -> _M:
    """Return a model that was packed.

    Raises:
        Malformed: it is nothing of the kind.

    """
    head, tail = divided(data)
    return with_tail(kind, head, Tail(len(tail), lambda: tail))


def divided(data: bytes) -> tuple[bytes, bytes]:
    """Return what was packed as its JSON and its bulk, to be kept apart."""
    begins = _SIZE + int.from_bytes(data[:_SIZE])
    return data[_SIZE:begins], data[begins:]


def with_tail(kind: type[_M], head: bytes, tail: Tail) -> _M:
    """Return a model whose JSON this is, and whose bulk is that.

    Raises:
        Malformed: it is nothing of the kind.

    """
    return msgspec.json.decode(head, type=kind, dec_hook=partial(_read, tail))


def _read(tail: Tail, kind: type, given: Any) -> Bulk:
    """Return the bulk that lies at such a place of the tail."""
    match given:
        case [int(begins), int(ends)] if kind is Bulk and 0 <= begins <= ends <= tail.size:
            return Bulk(tail, begins, ends)
    raise ValueError("There is no such text behind the JSON.")


def _write(tail: bytearray, bulk: Any) -> list[int]:
    """Add a bulk to the tail, and return its place."""
    if not isinstance(bulk, Bulk):
        raise NotImplementedError
    begins = len(tail)
    tail += bytes(bulk)
    return [begins, len(tail)]
