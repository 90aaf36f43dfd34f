"""One build at a time."""

import fcntl
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
        with places.lock.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError as fault:
        raise Unreadable("Another build of this publication is running.", "Wait until it has ended.") from fault
