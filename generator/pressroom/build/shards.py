"""Shards: indexes as they are kept, what files each has apart from the files themselves, for which few builds ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256

import msgspec

from pressroom.errors import Unwritable
from pressroom.model.artifact import Derived
from pressroom.store import Store

Files = Mapping[str, bytes]
"""By their names in an index's folder."""

_HEAD, _BODY = "shards", "indexes"

_Head = dict[str, tuple[int, str]]
"""The size and the digest of each file, which lie one after another."""


@dataclass(frozen=True)
class Shard:
    """An index whose files are fetched where somebody asks for one of them."""

    head: _Head
    fetch: Callable[[], bytes]

    def files(self, folder: str) -> list[Derived]:
        """Return the files as they are to lie in a folder."""
        found, begins = list[Derived](), 0
        for name, (size, digest) in self.head.items():
            make = partial(self._cut, begins, begins + size)
            found.append(Derived(path=f"{folder}/{name}", key=digest, make=make))
            begins += size
        return found

    def _cut(self, begins: int, ends: int) -> bytes:
        return self.fetch()[begins:ends]


def keep(store: Store, key: bytes, files: Files) -> Shard:
    """Keep an index that was made now, first its files, without which the head says nothing; return it."""
    head, body = _head(files), b"".join(files.values())
    store.put(_BODY, key, body)
    store.put(_HEAD, key, msgspec.json.encode(head))
    return Shard(head, lambda: body)


def find(store: Store, key: bytes, again: Callable[[], Files]) -> Shard | None:
    """Return an index that was kept; `again` makes its files anew, if they turn out to be damaged."""
    data = None if store.lacks(_BODY, key) else store.get(_HEAD, key)
    try:
        head = msgspec.json.decode(data or b"", type=_Head)
    except msgspec.MsgspecError:
        return None
    return Shard(head, cache(partial(_fetch, store, key, head, again)))


def _fetch(store: Store, key: bytes, head: _Head, again: Callable[[], Files]) -> bytes:
    """Return the files of an index.

    Raises:
        Unwritable: they are damaged, and others are made now.

    """
    body = store.get(_BODY, key)
    if body is None:
        made = again()
        if _head(made) != head:
            raise Unwritable("The search index that was kept is damaged.", "Delete .cache/pressroom, and build again.")
        body = b"".join(made.values())
        store.put(_BODY, key, body)
    return body


def _head(files: Files) -> _Head:
    return {name: (len(data), sha256(data).hexdigest()) for name, data in files.items()}
