"""One publisher at a time, whoever and wherever it is.

What keeps a second one out never depends on a clock: a lock that the system takes from a process that ends (SQLite:
flock, PostgreSQL: an advisory lock of a connection), or the compare-and-swap of a ref (git). Beside it stands, in the
ledger itself, who has it; each transaction and each checkpoint looks whether that still is this publisher.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock as Turn

from sqlalchemy import Connection

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger import leases
from pressroom.publish.ledger.faults import told
from pressroom.publish.ledger.ledger import Carriage, Grip, Ledger
from pressroom.publish.ledger.publisher import Publisher


@contextmanager
def holding(ledger: Ledger, publisher: Publisher) -> Iterator[Ledger]:
    """Give the ledger to one publisher, and to nobody else meanwhile.

    What is still to do is to be read from the ledger that is given, since others may have published before; with git,
    it is only now that it has been fetched.

    Raises:
        PublishingFailed: somebody else has it (who, and since when), or it cannot be fetched, or at last not carried.

    """
    grip = _taken(ledger, publisher)
    try:
        carriage = _fetched(ledger, publisher)
        guard = Keeper(ledger, publisher, grip, carriage)
        try:
            yield Ledger(ledger.engine, ledger.lock, ledger.carrier, ledger.clock, guard)
        except BaseException:
            with suppress(PublishingFailed):  # why the work stopped says more than that it cannot be put away either
                guard.leave()
            raise
        guard.leave()
    finally:
        grip.release()


class Keeper:
    """Sees to it that a ledger is one publisher's, and stays it."""

    def __init__(self, ledger: Ledger, publisher: Publisher, grip: Grip, carriage: Carriage) -> None:
        self._ledger = ledger
        self._publisher = publisher
        self._grip = grip
        self._carriage = carriage
        self._turn = Turn()

    @property
    def notices(self) -> tuple[str, ...]:
        """Return what people should know about how the ledger was come by."""
        return self._carriage.notices

    def fence(self, connection: Connection) -> None:
        """Make sure, inside a transaction, that nobody has taken this publisher's place, and nobody can until it ends.

        Raises:
            PublishingFailed: somebody has.

        """
        if leases.owner(connection) != self._publisher.owner:
            raise leases.taken_over(leases.current(connection))

    def checkpoint(self) -> None:
        """Make sure that the lock is held and the ledger this publisher's, keep it so, and have it carried.

        Raises:
            PublishingFailed: it is not, or it could not be carried.

        """
        with self._turn:
            self._grip.require()
            with told(self._ledger.engine), self._ledger.engine.begin() as connection:
                if not leases.renew(connection, self._publisher, self._ledger.clock()):
                    raise leases.taken_over(leases.current(connection))
            self._carriage.carry()

    def leave(self) -> None:
        """Write down that nobody publishes any more, and have that carried.

        Raises:
            PublishingFailed: it could not be written or carried.

        """
        _left(self._ledger, self._publisher)
        with self._turn:
            self._carriage.carry()


def _taken(ledger: Ledger, publisher: Publisher) -> Grip:
    """Take the lock, and write down who has it: both in one transaction, so that whoever comes second can read it."""
    grip = None
    try:
        with told(ledger.engine), ledger.engine.begin() as connection:
            grip = ledger.lock.take(connection)
            if grip is None:
                raise leases.turned_away(leases.current(connection))
            leases.take(connection, publisher, ledger.clock())
    except BaseException:
        if grip:
            grip.release()
        raise
    return grip


def _fetched(ledger: Ledger, publisher: Publisher) -> Carriage:
    try:
        return ledger.carrier.fetch(publisher, ledger.clock)
    except BaseException:
        with suppress(PublishingFailed):
            _left(ledger, publisher)
        raise


def _left(ledger: Ledger, publisher: Publisher) -> None:
    with told(ledger.engine), ledger.engine.begin() as connection:
        leases.end(connection, publisher)
