"""One build at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pressroom.build.places import Places
from pressroom.errors import Unwritable
from pressroom.plain import read_plain

_LARGEST = 64
"""Bytes of the lock's file."""


@contextmanager
def hold(places: Places) -> Iterator[int | None]:
    """Hold the publication's build lock; the system lets go of it when the process ends, however it ends.

    The block is given the turn that was when it was taken: as long as `glance` says the same, nobody has held it. It is
    even where nobody holds the lock; whoever is killed leaves it odd, and no turn is given then.

    Raises:
        Unwritable: another build holds it.
        OSError: it cannot be written.

    """
    places.lock.parent.mkdir(exist_ok=True)
    with os.fdopen(os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600), "r+") as file:
        _take(file)
        turn = _turn(file.read())
        _write(file, turn + 1 + turn % 2)
        try:
            yield None if turn % 2 else turn
        finally:
            _write(file, turn + 2 + turn % 2)


def glance(places: Places) -> int | None:
    """Return the turn of a lock that nobody holds, without holding it; None where somebody does, or was killed."""
    turn = _turn((read_plain(places.lock, _LARGEST) or b"").decode("ascii", "replace"))
    return None if turn % 2 else turn


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


def _turn(written: str) -> int:
    """Return the number that the lock's file holds; an older version wrote none."""
    return int(written) if written.isdecimal() and written.isascii() else 0


def _write(file: IO[str], turn: int) -> None:
    file.seek(0)
    file.write(str(turn))  # never shorter than what was written before
    file.flush()


def _take(file: IO[str]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        raise Unwritable("Another build of this publication is running.", "Wait until it has ended.") from fault
