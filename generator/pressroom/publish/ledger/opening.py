"""Opening a ledger: made where there is none, looked through where there is one, refused where it cannot be trusted."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.faults import told
from pressroom.publish.ledger.ledger import Carrier, Ledger, Stationary
from pressroom.publish.ledger.tables import SCHEMA, facts, metadata

_PATIENCE = 30
"""Seconds for another process to end its transaction."""


def open_sqlite(path: Path, carrier: Carrier | None = None) -> Ledger:
    """Open the ledger in a file, or begin it.

    Raises:
        PublishingFailed: it is damaged, or of a newer schema, or cannot be read or written.

    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600))
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    _require_sound(engine, path)
    return begun(engine, carrier or Stationary())


def begun(engine: Engine, carrier: Carrier) -> Ledger:
    """Return a ledger whose tables are there and of our schema.

    Raises:
        PublishingFailed: it is of a newer schema, or cannot be read or written.

    """
    with told(engine), engine.begin() as connection:
        if not inspect(connection).has_table(facts.name):
            metadata.create_all(connection)
            made = {"schema": str(SCHEMA), "identity": uuid4().hex, "made": datetime.now(UTC).isoformat()}
            connection.execute(insert(facts), [{"name": name, "value": value} for name, value in made.items()])
        schema = int(connection.execute(select(facts.c.value).where(facts.c.name == "schema")).scalar_one())
    if schema > SCHEMA:
        message = f"The ledger was written by a newer Pressroom: its schema is {schema}, and this one knows {SCHEMA}."
        raise PublishingFailed(message, "Publish with that version or a newer one; nothing was touched.")
    return Ledger(engine, carrier)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """Have what is committed survive a power cut, and have transactions begin where we say."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _require_sound(engine: Engine, path: Path) -> None:
    try:
        with engine.connect() as connection:
            answer = connection.exec_driver_sql("PRAGMA quick_check").scalar_one()
    except DBAPIError as fault:
        answer = str(fault.orig)
    if answer != "ok":
        message = f"The ledger {path} is damaged: {str(answer).splitlines()[0]}."
        hint = "Bring it back from a backup. Do not delete it: without it every issue would go out once more."
        raise PublishingFailed(message, hint)
