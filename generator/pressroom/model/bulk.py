"""Bulk: long texts that travel beside the JSON of what holds them, and are read where somebody asks for them.

An archive is mostly the words of old stories, and a build reads few of them.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    SerializationInfo,
    ValidationInfo,
    plain_serializer_function_ser_schema,
    with_info_plain_validator_function,
)

_STRAYS = "surrogatepass"
"""Half a character may stand in a text, as in any of Python's; who writes it somewhere leaves it out there."""

_TAIL = "tail"
_SIZE = 8
"""Bytes that say how long the JSON is."""

_M = TypeVar("_M", bound=BaseModel)


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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic how a bulk is read and written."""
        return with_info_plain_validator_function(
            _read, serialization=plain_serializer_function_ser_schema(_write, info_arg=True, when_used="json")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell what is written in its stead: where it begins and ends."""
        return {"type": "array", "items": {"type": "integer"}}


def packed(model: BaseModel) -> bytes:
    """Return a model as JSON with all its bulk behind; `unpacked` reads it."""
    tail = bytearray()
    head = model.model_dump_json(context={_TAIL: tail}).encode()
    return b"".join((len(head).to_bytes(_SIZE), head, tail))


def unpacked(kind: type[_M], data: bytes) -> _M:
    """Return a model that was packed; its bulk stays where it is.

    Raises:
        ValidationError: it is nothing of the kind.

    """
    begins = _SIZE + int.from_bytes(data[:_SIZE])
    return kind.model_validate_json(data[_SIZE:begins], context={_TAIL: memoryview(data)[begins:]})


def _read(given: Any, info: ValidationInfo) -> Bulk:
    """Return a bulk, or that which lies at such a place of the tail."""
    if isinstance(given, Bulk):
        return given
    tail = _tail(info.context)
    match given:
        case [int(begins), int(ends)] if isinstance(tail, memoryview) and 0 <= begins <= ends <= len(tail):
            return Bulk(tail[begins:ends])
    raise PydanticCustomError("bulk", "There is no such text behind the JSON.")


def _write(bulk: Bulk, info: SerializationInfo) -> list[int]:
    """Add a bulk to the tail, and return its place."""
    tail = _tail(info.context)
    if not isinstance(tail, bytearray):
        raise TypeError("A bulk is written by `packed` alone.")
    begins = len(tail)
    tail += bytes(bulk)
    return [begins, len(tail)]


def _tail(context: Any) -> object:
    return context.get(_TAIL) if isinstance(context, Mapping) else None
