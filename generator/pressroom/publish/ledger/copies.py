"""A ledger in memory: read from a file, or from the bytes that git carries, and written out as such."""

import sqlite3
import time
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Engine, StaticPool, create_engine, event

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.faults import BACKUP

PATIENCE: Final = 30.0
"""Seconds for another process to end its transaction."""

_PAUSE: Final = 0.02
"""Seconds between two looks at a database that is locked; `backup` itself would wait for ever."""

_MAGIC: Final = b"SQLite format 3\0"
_VERSIONS: Final = slice(18, 20)
"""Where the head of a file says that there is a log beside it (2) or not (1), which in memory there never is:
https://sqlite.org/fileformat2.html#file_format_version_numbers."""


def memory_engine(memory: sqlite3.Connection) -> Engine:
    """Return an engine of a database in memory, which ends with it."""
    engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def existing(path: Path) -> str:
    """Return the address of a file that is there: by its mere path, SQLite would begin a new one where it is not."""
    return f"file:{quote(str(path))}?mode=rw"


def copy(source: sqlite3.Connection, target: sqlite3.Connection, patience: float = PATIENCE) -> None:
    """Make one database what another is at one moment, in one transaction.

    Raises:
        sqlite3.Error: one of them cannot be read or written, or was locked for longer than `patience`, in seconds.

    """
    waited = 0.0

    def wait(status: int, *_: int) -> None:
        nonlocal waited
        waited += _PAUSE if _is_busy(status) else 0
        if waited > patience:
            fault = sqlite3.OperationalError("database is locked")
            fault.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise fault

    while True:
        try:
            source.backup(target, progress=wait, sleep=_PAUSE)
        except sqlite3.OperationalError as fault:
            # `backup` itself waits for what is busy in general, and not where another process just begins the log.
            if waited > patience or not _is_busy(fault.sqlite_errorcode):
                raise
        else:
            return
        waited += _PAUSE
        time.sleep(_PAUSE)


def _is_busy(code: int) -> bool:
    """Tell whether another process has what is wanted; the kinds of that stand in the higher bits.

    https://sqlite.org/rescode.html#primary_result_codes_versus_extended_result_codes.
    """
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def loaded(data: bytes) -> sqlite3.Connection:
    """Return a database in memory out of the bytes of a file.

    Raises:
        PublishingFailed: they are no database.

    """
    if not data.startswith(_MAGIC):
        raise PublishingFailed("The ledger that was fetched is damaged: it is no database.", BACKUP)
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    memory.deserialize(_alone(data))
    return memory


def written(memory: sqlite3.Connection) -> bytes:
    """Return the bytes of a file out of a database in memory."""
    return _alone(memory.serialize())


def _alone(data: bytes) -> bytes:
    alone = bytearray(data)
    alone[_VERSIONS] = b"\1\1"
    return bytes(alone)


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
