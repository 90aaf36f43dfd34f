"""A ledger in memory: read from a file, or from the bytes that git carries, and written out as such."""

import sqlite3
from typing import Any, Final

from sqlalchemy import Engine, StaticPool, create_engine, event

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.faults import BACKUP

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
