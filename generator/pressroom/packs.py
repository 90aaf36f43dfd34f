"""Packs: small values of one kind, which are read all together, kept once more in one file.

To open a thousand files takes longer than to read one that is as large as all of them. A pack holds nothing that does
not lie in the store by itself as well: one that is missing or damaged, or that another branch has written, costs time
and nothing else.
"""

import time
from collections.abc import Mapping
from typing import Final

import msgspec

from pressroom.store import Store, name_of

_KIND = "packs"

WEEK: Final = 7 * 86_400
"""Seconds for which a pack is believed: then its values are asked for one by one again, and so are not forgotten."""

_FEW = 16
"""One in so many may lie beside the pack before it is written anew."""

_Values = dict[bytes, bytes]
"""By their names."""


class Drawer:
    """The values of one kind, one by one."""

    def __init__(self, store: Store, kind: str) -> None:
        self.store = store
        self.kind = kind

    def get(self, key: str) -> bytes | None:
        """Return a value, or None where it was not kept or is damaged."""
        return self.store.get(self.kind, key)

    def has(self, key: str) -> bool:
        """Tell whether a value was kept; one that is damaged is found out when it is asked for."""
        return not self.store.lacks(self.kind, key)

    def put(self, key: str, data: bytes) -> None:
        """Keep a value."""
        self.store.put(self.kind, key, data)

    def close(self) -> None:
        """Be told that all was asked for."""


class Pack(Drawer):
    """The values of one kind, of which most are read together."""

    def __init__(self, store: Store, kind: str) -> None:
        super().__init__(store, kind)
        self._packed = _read(store.get(_KIND, kind))
        self._asked: _Values = {}

    def get(self, key: str) -> bytes | None:
        """Return a value, or None where it was not kept or is damaged."""
        name = name_of(key)
        data = self._packed.get(name)
        if data is None:
            data = super().get(key)
        if data is not None:
            self._asked[name] = data
        return data

    def has(self, key: str) -> bool:
        """Tell whether a value was kept; one that is damaged is found out when it is asked for."""
        return name_of(key) in self._packed or super().has(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep a value."""
        super().put(key, data)
        self._asked[name_of(key)] = data

    def close(self) -> None:
        """Pack what was asked for, if many of it lay beside the pack."""
        beside = self._asked.keys() - self._packed.keys()
        if len(beside) * _FEW > len(self._asked):
            self.store.put(_KIND, self.kind, msgspec.msgpack.encode((time.time(), self._asked)))


def _read(data: bytes | None) -> Mapping[bytes, bytes]:
    """Return the values of a pack; none of one that is too old, or from a time that is to come."""
    if data is None:
        return {}
    try:
        since, values = msgspec.msgpack.decode(data, type=tuple[float, _Values])
    except msgspec.MsgspecError:  # another version of the program packed otherwise
        return {}
    return values if 0 <= time.time() - since < WEEK else {}
