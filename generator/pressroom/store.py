"""The store: values kept by digest in `.cache/`, so that nothing has to be made twice.

It is a convenience and never a source: an entry that is missing, damaged or cannot be written costs
time and nothing else. An entry is a file of the value's SHA-256 (32 bytes) and the value; it appears
whole, by one rename, readable by its owner alone. What nobody asked for in a month is forgotten, and before that, where
all of it together grows too large, what was asked for longest ago.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pressroom.plain import open_plain, read_at_most

FOLDER = ".cache/pressroom"
"""Where a publication's store lies, relative to the publication's root."""

MONTH = 30 * 86_400
"""Seconds after which an entry that nobody asked for is forgotten."""

MOST = 2_000_000_000
"""Bytes that all entries may have together."""

_DAY = 86_400
_TIDIED = ".tidied"
_SEAL = sha256().digest_size
_LARGEST = 1 << 30
"""Bytes; no entry comes near it."""


class Store:
    """Values by kind and key, in one folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def keeps(self) -> bool:
        """Tell whether it has a folder."""
        return self._folder is not None

    def get(self, kind: str, key: str | bytes) -> bytes | None:
        """Return a value, or None where it was not kept or is damaged."""
        entry = self._entry(kind, key)
        value = _read(entry) if entry else None
        if entry is not None and value is not None:
            _ask_for(entry)
        return value

    def is_empty(self, kind: str) -> bool:
        """Tell whether nothing of a kind was ever kept."""
        return self._folder is None or not (self._folder / kind).exists()

    def lacks(self, kind: str, key: str | bytes) -> bool:
        """Tell whether a value could be kept here and is not; a damaged one is lacked once it is asked for."""
        entry = self._entry(kind, key)
        return entry is not None and not _ask_for(entry)

    def put(self, kind: str, key: str | bytes, data: bytes) -> None:
        """Keep a value; where that is impossible (read-only, full), do nothing."""
        entry = self._entry(kind, key)
        if entry is None:
            return
        with suppress(OSError):
            _write(Path(entry), sha256(data).digest() + data)

    def remember(self, kind: str, key: str | bytes, make: Callable[[], bytes]) -> bytes:
        """Return the value that was kept, or make it and keep it."""
        data = self.get(kind, key)
        if data is None:
            data = make()
            self.put(kind, key, data)
        return data

    def tidy(self, most: int = MOST) -> None:
        """Forget what was not asked for in a month, and what is too much; once a day, and only if that is possible."""
        if self._folder is None or _age(self._folder / _TIDIED) < _DAY:
            return
        with suppress(OSError):
            left = 0
            for age, size, path in sorted(self._entries()):
                left += size
                if age > MONTH or left > most:
                    path.unlink(missing_ok=True)
            (self._folder / _TIDIED).touch(mode=0o600)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """Give how long ago each entry was asked for, its size and its path."""
        now = time.time()
        for folder, _, names in os.walk(self._folder or ""):
            for path in (Path(folder) / name for name in names if name != _TIDIED):
                facts = path.lstat()
                yield now - facts.st_mtime, facts.st_size, path

    def _entry(self, kind: str, key: str | bytes) -> str | None:
        """Return where an entry lies: a text, since objects for thousands of them take long."""
        if self._folder is None:
            return None
        name = name_of(key).hex()
        return f"{self._folder}/{kind}/{name[:2]}/{name[2:]}"


def name_of(key: str | bytes) -> bytes:
    """Return what an entry is called by."""
    return sha256(key if isinstance(key, bytes) else key.encode("utf-8", "surrogatepass")).digest()


def _ask_for(entry: str) -> bool:
    """Remember that an entry was asked for today, by its time of modification; tell whether it is there."""
    try:
        asked = os.lstat(entry).st_mtime
    except OSError:
        return False
    if time.time() - asked > _DAY:
        with suppress(OSError):  # it is somebody else's
            os.utime(entry)
    return True


def _age(path: Path) -> float:
    """Return how long ago a file was touched, in seconds; for ever where there is none."""
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return float("inf")


def _read(entry: str) -> bytes | None:
    """Return the value of an entry, if it is whole."""
    try:
        with open_plain(entry) as file:
            seal, value = file.read(_SEAL), read_at_most(file, _LARGEST)
    except OSError:
        return None
    return value if seal == sha256(value).digest() else None


def _write(entry: Path, data: bytes) -> None:
    handle, name = _begin(entry.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  a descriptor, not a path
            file.write(data)
        Path(name).replace(entry)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _begin(folder: Path) -> tuple[int, str]:
    """Open a new file; its folder, which is there nearly always, is made where it is missing."""
    try:
        return tempfile.mkstemp(dir=folder, prefix=".")
    except FileNotFoundError:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return tempfile.mkstemp(dir=folder, prefix=".")
