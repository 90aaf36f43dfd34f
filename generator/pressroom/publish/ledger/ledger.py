"""The ledger: what was published, and what is certain of it, written before and after every effect outside."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final, Protocol

from sqlalchemy import Connection, Engine

from pressroom.publish.ledger.faults import told
from pressroom.publish.ledger.publisher import Publisher

Clock = Callable[[], datetime]
"""Tells the time, with its offset."""

READING: Final = "pressroom_reading"
"""The execution option that marks a transaction which writes nothing."""


def real_time() -> datetime:
    """Return the time that this machine's clock shows."""
    return datetime.now(UTC)


class Grip(Protocol):
    """A lock that was taken."""

    def require(self) -> None:
        """Make sure that it is still held.

        Raises:
            PublishingFailed: it was lost.

        """

    def release(self) -> None:
        """Let go of it."""


class Lock(Protocol):
    """What one process at a time can take, and what the system takes from it when it ends, however it ends."""

    def take(self, connection: Connection) -> Grip | None:
        """Take it; None where another has it.

        This is called inside the transaction that writes down who has it, and such transactions are made to follow
        each other: so whoever is refused can read there who has it.
        """


class Carriage(Protocol):
    """A ledger on its way: it has been fetched for one publisher, and is brought back again and again."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Return what people should know about the fetching."""

    def carry(self) -> None:
        """Have all that was written so far outlive this machine.

        Raises:
            PublishingFailed: it could not be carried, or another publisher has carried its own meanwhile.

        """


class Carrier(Protocol):
    """Whoever fetches the ledger, and brings it to where it outlives this machine."""

    def fetch(self, publisher: Publisher, clock: Clock) -> Carriage:
        """Make the ledger that lies here the one that counts, and write down there who publishes.

        Raises:
            PublishingFailed: it could not be fetched, or somebody else publishes.

        """


class Stationary:
    """A ledger that lies where it stays: what is committed is safe. Both a carrier and its carriage."""

    notices: tuple[str, ...] = ()

    def fetch(self, publisher: Publisher, clock: Clock) -> "Stationary":  # noqa: ARG002  carriers are asked alike
        """Return itself: there is nothing to fetch."""
        return self

    def carry(self) -> None:
        """Do nothing."""


class Guard(Protocol):
    """Whoever sees to it that only the publisher writes."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Return what people should know about how the ledger was come by."""

    def fence(self, connection: Connection) -> None:
        """Look, inside a transaction that is to write, whether the ledger is still this publisher's."""

    def checkpoint(self) -> None:
        """Look whether the ledger is still this publisher's, keep it so, and have it carried."""


class Unguarded:
    """Nobody publishes: a ledger that was opened, and is not held."""

    notices: tuple[str, ...] = ()

    def fence(self, connection: Connection) -> None:
        """Let everything pass."""

    def checkpoint(self) -> None:
        """Do nothing: what nobody holds is not carried."""


class View:
    """A ledger that can be read."""

    def __init__(self, engine: Engine, clock: Clock = real_time) -> None:
        self.engine = engine
        self.clock = clock

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a transaction in which everything is seen as it is at one moment; it writes nothing.

        Raises:
            PublishingFailed: the ledger cannot be read, told in plain words.

        """
        with told(self.engine), self.engine.execution_options(**{READING: True}).begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


class Ledger(View):
    """A database that is open, sound and of our schema, made by `opening.open_ledger`.

    Whoever publishes has it from `holding.holding`: then each transaction makes sure that it is still the only one.
    """

    def __init__(
        self, engine: Engine, lock: Lock, carrier: Carrier, clock: Clock = real_time, guard: Guard | None = None
    ) -> None:
        super().__init__(engine, clock)
        self.lock = lock
        self.carrier = carrier
        self._guard = guard or Unguarded()

    @property
    def notices(self) -> tuple[str, ...]:
        """Return what people should know about how the ledger was come by; nothing, most of the time."""
        return self._guard.notices

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Give one transaction, durable once it ends; nothing of it happened if it is left by an exception.

        Raises:
            PublishingFailed: the ledger cannot be written, or is held by another publisher by now.

        """
        with told(self.engine), self.engine.begin() as connection:
            self._guard.fence(connection)
            yield connection

    def checkpoint(self) -> None:
        """Make sure that nobody else publishes, and have all that was written outlive this machine.

        To be called before and after each effect outside, and at least every few minutes (`leases.LEASE`).

        Raises:
            PublishingFailed: it is somebody else's by now, or could not be carried: no further effect may follow.

        """
        self._guard.checkpoint()

    def now(self) -> str:
        """Return the time as the tables have it."""
        return self.clock().astimezone(UTC).isoformat()
