"""The ledger: what was published, and what is certain of it, written before and after every effect outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Connection, Engine

from pressroom.publish.ledger.faults import told


class Carrier(Protocol):
    """Whoever brings the ledger to where it outlives this machine; nobody, for a database that stays where it is."""

    def carry(self) -> None:
        """Have all that was written so far outlive this machine.

        Raises:
            PublishingFailed: it could not be carried, or another runner has carried its own meanwhile.

        """


class Stationary:
    """A ledger that lies where it stays."""

    def carry(self) -> None:
        """Do nothing: what is committed is safe."""


class Ledger:
    """A database that is open, sound and of our schema; made by `opening.open_ledger`."""

    def __init__(self, engine: Engine, carrier: Carrier) -> None:
        self._engine = engine
        self._carrier = carrier

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Give one transaction, durable once it ends; nothing of it happened if it is left by an exception.

        Raises:
            PublishingFailed: the ledger cannot be written, told in plain words.

        """
        with told(self._engine), self._engine.begin() as connection:
            yield connection

    def checkpoint(self) -> None:
        """Have all that was written outlive this machine, before and after each effect outside.

        Raises:
            PublishingFailed: as `Carrier.carry`.

        """
        self._carrier.carry()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
