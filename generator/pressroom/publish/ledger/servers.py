"""A ledger in PostgreSQL: for runs that may overlap, and runners that do not last."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.publish.ledger import schema
from pressroom.publish.ledger.faults import AGAIN, looked_through
from pressroom.publish.ledger.ledger import READING, Clock, Ledger, Stationary, View, real_time

VARIABLE: Final = "PRESSROOM_LEDGER_URL"
_EXAMPLE: Final = "postgresql://user:password@host/database?sslmode=verify-full"
_SCHEMES: Final = ("postgresql", "postgres")

_CONNECTING: Final[Mapping[str, str]] = {
    "application_name": "pressroom",
    "connect_timeout": "10",
    "keepalives_idle": "60",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
"""What libpq is told where the address does not say it: a server that is gone is noticed within two minutes.
https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS"""

_SETTINGS: Final = (
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
    "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'",
    "SET lock_timeout = '30s'",
    "SET tcp_keepalives_idle = 60",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 3",
)
"""What is committed is safe; nobody waits for ever; a machine that is gone loses its locks within two minutes."""


def open_postgresql(environment: Mapping[str, str], *, clock: Clock = real_time) -> Ledger:
    """Open the ledger in the database that the environment names, or begin it.

    Raises:
        Unreadable: the environment names none.
        PublishingFailed: it is of a newer schema, or cannot be reached or written.

    """
    engine = _engine(environment)
    with looked_through(engine), engine.begin() as connection:
        _queue(connection, "schema")
        if not schema.is_laid_out(connection):
            schema.lay_out(connection, clock)
        schema.bring_to_ours(connection)
        identity = schema.identity(connection)
    return Ledger(engine, SessionLock(engine, identity), Stationary(), clock)


def read_postgresql(environment: Mapping[str, str]) -> View | None:
    """Read the ledger in the database that the environment names, changing nothing; None where there is none.

    Raises:
        Unreadable: the environment names none.
        PublishingFailed: it is of another schema, or cannot be reached.

    """
    view = View(_engine(environment))
    with looked_through(view.engine), view.read() as connection:
        there = schema.is_laid_out(connection)
        if there:
            schema.require_no_older(connection)
            schema.bring_to_ours(connection)
    if there:
        return view
    view.close()
    return None


class SessionLock:
    """An advisory lock, which the server lets go of when the connection that has it ends."""

    def __init__(self, engine: Engine, identity: str) -> None:
        self._engine = engine
        self._identity = identity

    def take(self, connection: Connection) -> "SessionGrip | None":
        """Take it, on a connection of its own; None where another connection has it."""
        _queue(connection, self._identity)
        own = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        own.detach()
        if own.scalar(select(func.pg_try_advisory_lock(_key("publish", self._identity)))):
            return SessionGrip(own)
        own.close()
        return None


class SessionGrip:
    """A connection that has an advisory lock."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def require(self) -> None:
        """Make sure that the server still sees this connection have it.

        Raises:
            PublishingFailed: the connection is gone, or is not one to the same session any more (a pooler between).

        """
        mine = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted"
        try:
            held = self._connection.scalar(text(mine))
        except DBAPIError:
            held = 0
        if not held:
            message = "The connection that keeps other publishers out of the ledger was lost."
            raise PublishingFailed(message, f"{AGAIN} A pooler between must pool sessions, not transactions.")

    def release(self) -> None:
        """Let go of it, with the connection."""
        self._connection.close()


def _queue(connection: Connection, name: str) -> None:
    """Have the transactions that ask for a name follow each other."""
    connection.execute(select(func.pg_advisory_xact_lock(_key("queue", name))))


def _key(*names: str) -> int:
    """Return the number of a lock, which PostgreSQL knows by 64 bits."""
    return int.from_bytes(sha256("/".join(("pressroom", *names)).encode()).digest()[:8], signed=True)


def _engine(environment: Mapping[str, str]) -> Engine:
    url = _address(environment.get(VARIABLE, ""))
    asked = {name: value for name, value in _CONNECTING.items() if name not in url.query}
    engine = create_engine(
        url, connect_args={**asked, "prepare_threshold": None}, hide_parameters=True, pool_pre_ping=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_transaction)
    return engine


def _address(said: str) -> URL:
    """Read the address; what is wrong with it is told without any of it, since a password stands in it."""
    if not said.strip():
        raise Unreadable(f"{VARIABLE} is not set, and `ledger: postgresql` needs it.", f"Set it: {_EXAMPLE}")
    try:
        url = make_url(said.strip())
    except (ArgumentError, ValueError):
        url = URL.create("unknown")
    if url.drivername not in _SCHEMES or "@" in (url.host or ""):
        hint = f"Write it as {_EXAMPLE}, with %40 for an @ in the password, %2F for a / and %3A for a colon."
        raise Unreadable(f"{VARIABLE} is no address of a PostgreSQL database.", hint)
    return url.set(drivername="postgresql+psycopg")


def _prepare(connection: "psycopg.Connection[Any]", _: Any) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.commit()


def _begin_transaction(connection: Connection) -> None:
    if connection.get_execution_options().get(READING):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
