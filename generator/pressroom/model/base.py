"""What all nouns share: they are frozen, and an unknown field is a mistake."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, dataclass_transform

import msgspec

Malformed = msgspec.DecodeError
"""What reading a value raises: it is no JSON, or nothing of the kind."""


class _Frozen(msgspec.StructMeta):
    """Makes each noun frozen, and has its fields named wherever one is made."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **settings: Any) -> Any:
        settings = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True, **settings}
        return super().__new__(mcs, name, bases, namespace, **settings)


if TYPE_CHECKING:  # a checker of types takes every struct for one that can be changed

    @dataclass_transform(frozen_default=True, kw_only_default=True)
    class _Noun:
        __struct_fields__: tuple[str, ...]

        def __init_subclass__(cls, *, dict: bool = False) -> None: ...  # noqa: A002  msgspec's own word
else:

    class _Noun(msgspec.Struct, metaclass=_Frozen):
        pass


class Model(_Noun):
    """A frozen value; equal when its fields are equal. What is read is looked at, what is made is not."""

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Return one with these values, as they come out of a database or a file.

        Raises:
            Malformed: one of them is of another kind.

        """
        # A database has names of a kind of its own, and only plain ones are taken here.
        return msgspec.convert({str(name): value for name, value in values.items()}, cls)

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """Return what was written as JSON.

        Raises:
            Malformed: it is nothing of the kind.

        """
        return msgspec.json.decode(data, type=cls)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Return the names of its fields."""
        return cls.__struct_fields__

    def but(self, **changes: Any) -> Self:
        """Return the same with other values in some fields."""
        made: Self = msgspec.structs.replace(self, **changes)  # type: ignore[type-var] # it is a struct when it runs
        return made

    def as_dict(self, *without: str) -> dict[str, Any]:
        """Return its values by the names of their fields, without some."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name not in without}

    def to_json(self, *without: str) -> bytes:
        """Write it as JSON, without some fields."""
        return msgspec.json.encode(self.as_dict(*without) if without else self)

    def as_builtins(self) -> dict[str, Any]:
        """Return it as JSON holds it: dictionaries, lists, texts, numbers."""
        made: dict[str, Any] = msgspec.json.decode(self.to_json())
        return made
