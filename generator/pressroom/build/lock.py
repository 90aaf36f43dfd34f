"""One build at a time."""

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from pressroom.build.places import Places
from pressroom.errors import Unwritable
from pressroom.plain import read_plain

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
_LARGEST = 64
"""Bytes of the lock's file."""


@contextmanager
def hold(places: Places) -> Iterator[int | None]:
    """Hold the publication's build lock; the system lets go of it when the process ends, however it ends.

    The block is given the turn that was when it was taken: as long as `glance` says the same, nobody has held it. It is
    even where nobody holds the lock, and whoever is killed leaves it odd; no turn is given then, nor where the file
    holds anything else.

    Raises:
        Unwritable: another build holds it.
        OSError: it cannot be written.

    """
    places.lock.parent.mkdir(exist_ok=True)
    with os.fdopen(os.open(places.lock, _FLAGS, 0o600), "rb+", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "it is no plain file", str(places.lock))
        _take(file)
        turn = _turn(file.read(_LARGEST + 1))
        first = 2 * time.time_ns() if turn is None else turn
        is_told = _tell(file, first + 1 + first % 2)
        try:
            yield _at_rest(turn) if is_told else None
        finally:
            _tell(file, first + 2 + first % 2)


def glance(places: Places) -> int | None:
    """Return the turn of a lock that nobody holds, without holding it; None where somebody does, or nobody knows."""
    return _at_rest(_turn(read_plain(places.lock, _LARGEST) or b""))


@contextmanager
def writing(places: Places) -> Iterator[int | None]:
    """Hold the lock as `hold` does, and tell in plain words what cannot be written.

    Raises:
        Unwritable: another build holds it, or the disk cannot be written.

    """
    try:
        with hold(places) as turn:
            yield turn
    except OSError as fault:
        message = f"The build could not be written: {fault.strerror} ({fault.filename or places.root})."
        hint = "The last build is as it was; make room or mend the rights, and build again."
        raise Unwritable(message, hint) from fault


def _turn(written: bytes) -> int | None:
    """Return the number that the lock's file holds, if it is one that was written here."""
    is_number = written.isdigit() and len(written) <= _LARGEST
    return int(written) if is_number and str(int(written)).encode() == written else None


def _at_rest(turn: int | None) -> int | None:
    """Return a turn in which nobody holds the lock."""
    return None if turn is None or turn % 2 else turn


def _tell(file: IO[bytes], turn: int) -> bool:
    """Write a turn; tell whether it could be written, since a full disk is no reason not to build."""
    try:
        file.seek(0)
        file.write(str(turn).encode())
        file.truncate()
    except OSError:
        with suppress(OSError):
            file.truncate(0)  # so that it does not say what it said before
        return False
    return True


def _take(file: IO[bytes]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        raise Unwritable("Another build of this publication is running.", "Wait until it has ended.") from fault
