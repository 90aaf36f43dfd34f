"""Records: what was noted of the last two builds, so that a file that lies there as it was written is known again.

A note tells a file's digest, and the size, time of modification and inode that it had then. It stays true of that inode
whatever becomes of the build, and so it does no harm to believe an old one. So it is with the traces of folders.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from stat import S_ISDIR
from typing import NamedTuple

import msgspec

from pressroom.build.places import Places
from pressroom.build.resting import Traces
from pressroom.store import Store

_KIND = "grown"

Facts = str
"""A file's size, time of modification and inode: one text, since there are thousands of them."""

Note = tuple[str, Facts]
"""A file's digest, and what it was like when it was written."""


class Notes(NamedTuple):
    """What was noted, by path relative to the publication's root."""

    mark: str
    """Another whenever anything is noted; empty where nothing was."""

    last: Mapping[str, Note]
    before: Mapping[str, Note]
    """What was noted of the last build but one, where that is something else."""

    folders: Traces
    """Of the last build's folders that were at rest."""

    folders_before: Traces
    """Of those of the last build but one."""


_NOTHING = Notes("", {}, {}, {}, {})


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

    def resting(self) -> Traces:
        """Return the traces of the folders of the last build but one that were at rest."""
        return self._notes.folders_before

    def has(self, path: str, digest: str) -> bool:
        """Tell whether the last build has a file, and it lies there as it was written."""
        known = self._notes.last.get(path)
        return known is not None and known[0] == digest and known[1] == facts_of(f"{self._root}/{path}")

    def has_all(self, files: Mapping[str, str]) -> bool:
        """Tell whether the last build has all of these files, given with their digests."""
        return all(self.has(path, digest) for path, digest in files.items())

    def find(self, path: str, digest: str, facts: Facts) -> Note | None:
        """Return the note of a file with these facts that either of the last builds wrote there with this digest."""
        note = (digest, facts)
        known = self._notes.last.get(path)
        if known != note:  # as it is for few
            known = self._notes.before.get(path)
        return known if known == note else None

    def keep(self, now: Mapping[str, Note], folders: Traces, folders_before: Traces | None = None) -> None:
        """Keep what was noted of a build, once it is the last one; what was the last is now the last but one."""
        last = self._notes.last
        before = {path: note for path, note in last.items() if now.get(path) != note}
        traces = self._notes.folders if folders_before is None else folders_before
        notes = Notes(os.urandom(8).hex(), now, before, folders, traces)
        with suppress(UnicodeEncodeError):  # a file of a theme may have a name that is no text; then nothing is noted
            self._store.put(_KIND, "", msgspec.json.encode(notes))


def facts_of(path: str) -> Facts | None:
    """Return what tells a file from another that lies in its place; nothing where none does, or a folder."""
    try:
        facts = os.lstat(path)
    except OSError:
        return None
    return None if S_ISDIR(facts.st_mode) else facts_in(facts)


def facts_in(facts: os.stat_result) -> Facts:
    """Return the same of what the system says of a file."""
    return f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ino}"


def _read(store: Store) -> Notes:
    data = store.get(_KIND, "")
    try:
        return msgspec.json.decode(data, type=Notes) if data else _NOTHING
    except msgspec.MsgspecError:  # another version of the program noted otherwise
        return _NOTHING
