"""Fingerprints: the digest of a file, taken anew only where the file is not the one that was read before.

What is believed is a file's size, its time of modification in nanoseconds and its inode together, as git does
(https://git-scm.com/docs/racy-git), and only once the file has been at rest for a while; a fresh checkout has all
of its files read. What was digested is kept in the store, for the files of the program as well.
"""

import hashlib
import os
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from pressroom.plain import open_plain
from pressroom.store import Store

_KIND = "fingerprints"
_LARGE = 1 << 20
"""Bytes."""

REST = 2_000_000_000
"""Nanoseconds for which a file is not believed after it was changed: clocks of disks are coarse."""

Signature = tuple[int, int, int]
"""A file's size, time of modification in nanoseconds, and inode."""

_Entry = tuple[int, int, int, str]
"""The same, and the file's digest."""

_Entries = Mapping[str, _Entry]
"""By the file's path."""


class Seen(NamedTuple):
    """What a publication was like when a command began; who has looked at it then need not look again."""

    program: str
    """The digest of the program."""

    files: Mapping[str, Signature]
    """By path relative to the publication's root."""


class Fingerprints:
    """The digests of the files in one folder, by path."""

    def __init__(
        self, root: Path, store: Store, known: _Entries | None = None, seen: Mapping[str, Signature] | None = None
    ) -> None:
        """Begin with what is known of files: that is what was kept, unless it is given; `seen` need no second look."""
        self._root = root
        self._store = store
        self._known = _kept(store, root) if known is None else known
        self._seen = seen or {}
        self._found: dict[str, _Entry] = {}

    def anew(self) -> "Fingerprints":
        """Return fingerprints that look at each file again, and take its digest anew where it is not the same."""
        return Fingerprints(self._root, self._store, self._found)

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a plain file, in hex.

        Raises:
            OSError: it is no plain file, or may not be read.

        """
        if path not in self._found:
            self._found[path] = self._digest(path)
        return self._found[path][3]

    def keep(self) -> None:
        """Keep what was digested, but not of files that may be changing still."""
        latest = time.time_ns() - REST
        rested = {path: entry for path, entry in self._found.items() if entry[1] < latest}
        if rested != self._known:
            with suppress(UnicodeEncodeError):  # a file's name may be no text; then nothing is kept
                self._store.put(_KIND, str(self._root), msgspec.json.encode(rested))

    def _digest(self, path: str) -> _Entry:
        signature = self._seen.get(path) or _signature(os.lstat(f"{self._root}/{path}"))
        known = self._known.get(path)
        if known and known[:3] == signature:
            return known
        with open_plain(f"{self._root}/{path}") as file:
            # Of the file that is read: another one may have come into its place.
            signature = _signature(os.fstat(file.fileno()))
            # The buffer that file_digest makes is larger than nearly all files.
            is_small = signature[0] < _LARGE
            whole = hashlib.sha256(file.read()) if is_small else hashlib.file_digest(file, "sha256")
            digest = whole.hexdigest()
        return (*signature, digest)


def _signature(facts: os.stat_result) -> Signature:
    return facts.st_size, facts.st_mtime_ns, facts.st_ino


def _kept(store: Store, root: Path) -> _Entries:
    try:
        return msgspec.json.decode(store.get(_KIND, str(root)) or b"{}", type=dict[str, _Entry])
    except msgspec.MsgspecError:  # another version of the program kept otherwise
        return {}


def of_program(store: Store) -> str:
    """Return the digest of the program itself, of every package beside it, and of the Python that runs them."""
    package = Path(__file__).parent
    files = Fingerprints(package, store)
    parts = [sys.version, *_installed(), *(f"{path} {files.digest(path)}" for path in sorted(_sources(package)))]
    files.keep()
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _sources(package: Path) -> Iterator[str]:
    for folder, _, names in os.walk(package):
        inside = folder[len(str(package)) :]
        yield from (f"{inside}/{name}"[1:] for name in names if name.endswith(".py"))


def _installed() -> list[str]:
    """Return the packages beside the program, by name and version."""
    return sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))  # noqa: PTH208  names alone are wanted
