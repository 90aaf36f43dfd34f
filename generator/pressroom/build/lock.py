"""One build at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from pressroom.build.places import Places
from pressroom.errors import Unreadable


@contextmanager
def hold(places: Places) -> Iterator[None]:
    """Hold the publication's build lock; the system lets go of it when the process ends, however it ends.

    Raises:
        Unreadable: another build holds it, or it cannot be written.

    """
    try:
        places.lock.parent.mkdir(exist_ok=True)
        with os.fdopen(os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)) as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError as fault:
        raise Unreadable("Another build of this publication is running.", "Wait until it has ended.") from fault
