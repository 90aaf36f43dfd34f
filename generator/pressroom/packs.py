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
"""Seconds for which a pack is believed, however often it is written anew.

Then its values are asked for one by one again, and so are not forgotten.
"""

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
        self._since, self._packed = _read(store.get(_KIND, kind))
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

    def take(self, key: str, data: bytes) -> None:
        """Take in a value that another process has kept."""
        if key:
            self._asked[name_of(key)] = data

    def close(self) -> None:
        """Pack what was asked for, if much of it lay beside the pack, or the pack holds other values.

        Nothing of it is held any more: a process that is forked now would have each page of it copied.
        """
        beside = {name for name, data in self._asked.items() if self._packed.get(name) != data}
        if len(beside) * _FEW > len(self._asked) or not beside.isdisjoint(self._packed):
            self.store.put(_KIND, self.kind, msgspec.msgpack.encode((self._since, self._asked)))
        self._packed, self._asked = {}, {}


def _read(data: bytes | None) -> tuple[float, Mapping[bytes, bytes]]:
    """Return since when a pack is and its values; none of one that is too old, or from a time that is to come."""
    now = time.time()
    try:
        since, values = msgspec.msgpack.decode(data or b"", type=tuple[float, _Values])
    except msgspec.MsgspecError:  # there is none, or another version of the program packed otherwise
        return now, {}
    return (since, values) if 0 <= now - since < WEEK else (now, {})
