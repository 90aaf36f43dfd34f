"""What a driver says, in plain words, and nothing of its own."""

import sqlite3

import psycopg
import pytest

from pressroom.publish.ledger.faults import plainly


def of_file(code: int) -> sqlite3.Error:
    fault = sqlite3.OperationalError("canary")
    fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (of_file(sqlite3.SQLITE_READONLY_DIRECTORY), "it may not be written"),
        (of_file(sqlite3.SQLITE_IOERR_WRITE), "the disk is full, or broken"),
        (of_file(sqlite3.SQLITE_BUSY_SNAPSHOT), "it is locked"),
        (of_file(sqlite3.SQLITE_CORRUPT_INDEX), "it is damaged"),
        (OSError(28, "No space left on device", "canary"), "the system says: No space left on device"),
        (psycopg.errors.DiskFull("canary"), "the server's disk is full"),
        (psycopg.errors.TooManyConnections("canary"), "the server has no room or no connection left"),
        (psycopg.errors.AdminShutdown("canary"), "the server was stopped"),
        (psycopg.errors.DivisionByZero("canary"), r"PostgreSQL answered 22012 \(DivisionByZero\)"),
        (psycopg.OperationalError("FATAL:  the database system is starting up canary"), "the server is just starting"),
        (psycopg.OperationalError("canary"), "the server does not answer"),
        (None, "the server does not answer"),
    ],
)
def test_it_is_told_without_the_drivers_words(fault: BaseException | None, words: str) -> None:
    told = plainly("The ledger", fault)
    with pytest.raises(type(told), match=f"^The ledger cannot be used: {words}.$"):
        raise told
    assert told.hint
    assert "canary" not in told.message + told.hint


def test_what_is_not_known_of_sqlite_is_told_as_it_says_it() -> None:
    assert plainly("The ledger", sqlite3.OperationalError("no such table: x")).message.endswith("no such table: x.")
