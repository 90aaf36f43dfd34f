"""Growing: the next build beside the last one. What is as it was is a link to that, and is not written again.

A file is as it was where its digest is the one that was noted, and where size, time of modification and inode say that
nobody has touched it since. Nothing is ever written into a file that stands: a changed one is a new file.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from pressroom.build.places import Places
from pressroom.store import Store

_KIND = "grown"

_Note = list[str | int]
"""A file's digest, size, time of modification and inode."""


class Growth:
    """A build that grows in the staging folder; paths are relative to the publication's root."""

    def __init__(self, places: Places, store: Store) -> None:
        self.places = places
        self._store = store
        self._last: dict[str, _Note] = json.loads(store.get(_KIND, "") or b"{}")
        self._now: dict[str, _Note] = {}
        self._folders: set[str] = set()
        self._here, self._there = str(places.root), str(places.staging)

    def has(self, path: str, digest: str) -> bool:
        """Tell whether the last build has a file, and it lies there as it was written."""
        known = self._last.get(path)
        return known is not None and known[0] == digest and known[1:] == _facts(f"{self._here}/{path}")

    def has_all(self, files: Mapping[str, str]) -> bool:
        """Tell whether the last build has all of these files, given with their digests."""
        return all(self.has(path, digest) for path, digest in files.items())

    def place(self, path: str) -> str:
        """Return where a file is to be written, in a folder that is there."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._there}/{folder}", exist_ok=True)  # noqa: PTH103  thousands of paths, and objects for all of them take long
            self._folders.add(folder)
        return f"{self._there}/{path}"

    def put(self, path: str, digest: str, write: Callable[[Path], object]) -> None:
        """Put a file into its place: that of the last build, or what `write` writes there."""
        target = self.place(path)
        if self.has(path, digest):
            _bring(f"{self._here}/{path}", target)
        else:
            write(Path(target))
        self.note(path, digest)

    def note(self, path: str, digest: str) -> None:
        """Note what a file is that stands in its place."""
        self._now[path] = [digest, *(_facts(f"{self._there}/{path}") or ())]

    def keep(self) -> None:
        """Keep what was noted, once this build is the last one."""
        if self._now != self._last:
            self._store.put(_KIND, "", json.dumps(self._now, separators=(",", ":")).encode())


def _facts(path: str) -> list[str | int] | None:
    try:
        facts = os.lstat(path)
    except OSError:
        return None
    return [facts.st_size, facts.st_mtime_ns, facts.st_ino]


def _bring(last: str, target: str) -> None:
    try:
        os.link(last, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(last, target, follow_symlinks=False)
