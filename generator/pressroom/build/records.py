"""Records: what was noted of the last two builds, so that a file that lies there as it was written is known again.

A note tells a file's digest, and the size, time of modification and inode that it had then. It stays true of that inode
whatever becomes of the build, and so it does no harm to believe an old one.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

import msgspec

from pressroom.build.places import Places
from pressroom.store import Store

_KIND = "grown"

Note = list[str | int]
"""A file's digest, size, time of modification and inode."""

Facts = list[str | int]
"""The same without the digest."""


class Notes(NamedTuple):
    """What was noted, by path relative to the publication's root."""

    mark: str
    """Another whenever anything is noted; empty where nothing was."""

    last: Mapping[str, Note]
    before: Mapping[str, Note]
    """What was noted of the last build but one, where that is something else."""


_NOTHING = Notes("", {}, {})


class Records:
    """What was noted of the last builds; paths are relative to the publication's root."""

    def __init__(self, places: Places, store: Store) -> None:
        self.places = places
        self._store = store
        self._notes = _read(store)
        self._root = str(places.root)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was noted."""
        return not self._notes.last

    @property
    def mark(self) -> str:
        """Tell these records from earlier and later ones."""
        return self._notes.mark

    def noted(self) -> Mapping[str, Note]:
        """Return what was noted of each file: by the last build but one, if it has the file, else by the last."""
        return {**self._notes.last, **self._notes.before}

    def has(self, path: str, digest: str) -> bool:
        """Tell whether the last build has a file, and it lies there as it was written."""
        known = self._notes.last.get(path)
        return known is not None and known[0] == digest and known[1:] == facts_of(f"{self._root}/{path}")

    def has_all(self, files: Mapping[str, str]) -> bool:
        """Tell whether the last build has all of these files, given with their digests."""
        return all(self.has(path, digest) for path, digest in files.items())

    def knows(self, path: str, digest: str, facts: Facts) -> bool:
        """Tell whether a file with these facts was written there with this digest by either of the last builds."""
        note = [digest, *facts]
        return self._notes.before.get(path) == note or self._notes.last.get(path) == note

    def keep(self, now: Mapping[str, Note]) -> None:
        """Keep what was noted of a build, once it is the last one."""
        last = self._notes.last
        if now == last and not self._notes.before:
            return
        before = {path: note for path, note in last.items() if now.get(path) != note}
        with suppress(UnicodeEncodeError):  # a file of a theme may have a name that is no text; then nothing is noted
            self._store.put(_KIND, "", msgspec.json.encode(Notes(os.urandom(8).hex(), now, before)))


def facts_of(path: str) -> Facts | None:
    """Return what tells a file from another that lies in its place; nothing where none lies there."""
    try:
        facts = os.lstat(path)
    except OSError:
        return None
    return [facts.st_size, facts.st_mtime_ns, facts.st_ino]


def _read(store: Store) -> Notes:
    data = store.get(_KIND, "")
    try:
        return msgspec.json.decode(data, type=Notes) if data else _NOTHING
    except msgspec.MsgspecError:  # another version of the program noted otherwise
        return _NOTHING
