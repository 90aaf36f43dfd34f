"""One build at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pressroom.build.places import Places
from pressroom.errors import Unwritable


@contextmanager
def hold(places: Places) -> Iterator[None]:
    """Hold the publication's build lock; the system lets go of it when the process ends, however it ends.

    Raises:
        Unwritable: another build holds it.
        OSError: it cannot be written.

    """
    places.lock.parent.mkdir(exist_ok=True)
    with os.fdopen(os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)) as file:
        _take(file)
        yield


@contextmanager
def writing(places: Places) -> Iterator[None]:
    """Hold the lock, and tell in plain words what cannot be written.

    Raises:
        Unwritable: another build holds it, or the disk cannot be written.

    """
    try:
        with hold(places):
            yield
    except OSError as fault:
        message = f"The build could not be written: {fault.strerror} ({fault.filename or places.root})."
        hint = "The last build is as it was; make room or mend the rights, and build again."
        raise Unwritable(message, hint) from fault


def _take(file: IO[str]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        raise Unwritable("Another build of this publication is running.", "Wait until it has ended.") from fault
