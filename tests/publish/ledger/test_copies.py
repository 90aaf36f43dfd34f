"""A copy is made of a database that others write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from pressroom.publish.ledger.copies import copy


class Busy(sqlite3.Connection):
    """A database that another process just begins to read, so that its log is not there yet."""

    code = sqlite3.SQLITE_BUSY_RECOVERY
    times = 2

    def backup(self, *given: Any, **named: Any) -> None:
        if self.times:
            self.times -= 1
            fault = sqlite3.OperationalError("database is locked")
            fault.sqlite_errorcode = self.code
            raise fault
        super().backup(*given, **named)


@contextmanager
def ledger(**said: int) -> Iterator[Busy]:
    with closing(sqlite3.connect(":memory:", factory=Busy)) as source:
        for name, value in said.items():
            setattr(source, name, value)
        source.execute("CREATE TABLE sends (id)")
        yield source


def test_one_that_begins_its_log_is_waited_for() -> None:
    with ledger() as source, closing(sqlite3.connect(":memory:")) as target:
        copy(source, target)

        assert target.execute("SELECT count(*) FROM sends").fetchone() == (0,)


def test_but_not_for_ever() -> None:
    with ledger(times=1000) as source, closing(sqlite3.connect(":memory:")) as target:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            copy(source, target, 0.05)

        assert source.times > 990


def test_another_fault_is_told_at_once() -> None:
    with ledger(times=1, code=sqlite3.SQLITE_IOERR) as source, closing(sqlite3.connect(":memory:")) as target:
        with pytest.raises(sqlite3.OperationalError):
            copy(source, target)

        assert source.times == 0
