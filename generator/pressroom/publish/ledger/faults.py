"""What goes wrong with a ledger, in plain words, and without a value, a password or an address in them."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolEmpty

from pressroom.errors import PublishingFailed

AGAIN: Final = "Nothing went out that is not in it. Mend that, and publish again: it goes on where it stopped."
BACKUP: Final = "Bring it back from a backup. Do not delete it: without it every issue would go out once more."
_RIGHTS: Final = "Give the user who publishes the right to write it, and its folder. Then publish again."
_ROOM: Final = "Make room on the disk, and publish again: it goes on where it stopped."
_BUSY: Final = "Another program has it open. Close that, and publish again: it goes on where it stopped."
_LOGIN: Final = "See whether PRESSROOM_LEDGER_URL is right, and publish again."

_Told = tuple[str, str]
"""What is wrong, and what to do."""

_OF_A_FILE: Final[Mapping[int, _Told]] = {
    sqlite3.SQLITE_READONLY: ("it may not be written", _RIGHTS),
    sqlite3.SQLITE_PERM: ("it may not be opened", _RIGHTS),
    sqlite3.SQLITE_CANTOPEN: ("it, or a file beside it, cannot be opened", _RIGHTS),
    sqlite3.SQLITE_FULL: ("the disk is full", _ROOM),
    sqlite3.SQLITE_IOERR: ("the disk is full, or broken", _ROOM),
    sqlite3.SQLITE_BUSY: ("it is locked", _BUSY),
    sqlite3.SQLITE_LOCKED: ("it is locked", _BUSY),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", BACKUP),
    sqlite3.SQLITE_NOTADB: ("it is damaged", BACKUP),
}
"""By SQLite's primary result code, https://sqlite.org/rescode.html."""

_OF_A_SERVER: Final[Mapping[str, _Told]] = {
    "08": ("the connection broke", AGAIN),
    "25006": ("it may only be read", "Give PRESSROOM_LEDGER_URL of the server that is written to."),
    "28": ("the login was refused", _LOGIN),
    "3D": ("there is no such database", _LOGIN),
    "42501": ("the database's user may not do that", "Let that user create tables in a schema of its search path."),
    "53100": ("the server's disk is full", _ROOM),
    "53": ("the server has no room or no connection left", AGAIN),
    "55P03": ("it is locked", _BUSY),
    "57P": ("the server was stopped", AGAIN),
}
"""By PostgreSQL's SQLSTATE, or how that begins: https://www.postgresql.org/docs/current/errcodes-appendix.html."""

_OF_A_CONNECTION: Final[Mapping[str, _Told]] = {
    "password authentication failed": ("the login was refused", _LOGIN),
    "no password supplied": ("it wants a password", _LOGIN),
    "no pg_hba.conf entry": ("the server lets nobody in from here in this way", _LOGIN),
    "does not exist": ("there is no such user or database", _LOGIN),
    "could not translate host name": ("its host is not known", _LOGIN),
    "name resolution": ("its host is not known", _LOGIN),
    "Name or service not known": ("its host is not known", _LOGIN),
    "ertificate": ("the server's certificate is not trusted", "Name its authority: …&sslrootcert=FILE in the address."),
    "does not support SSL": ("the server speaks no TLS, and the address asks for it", _LOGIN),
    "too many clients": ("the server has no connection left", AGAIN),
    "starting up": ("the server is just starting", AGAIN),
    "shutting down": ("the server is just stopping", AGAIN),
}
"""By what libpq says where it has no SQLSTATE; its own sentences may hold parts of the address, so none is told."""

_GONE: Final = ("the server does not answer", AGAIN)


@contextmanager
def told(engine: Engine, name: str = "") -> Iterator[None]:
    """Tell what a database complains of; it is called by a name, or by where it lies.

    Raises:
        PublishingFailed: it complained.

    """
    try:
        yield
    except (DBAPIError, PoolEmpty, engine.dialect.loaded_dbapi.Error) as fault:  # the driver's own: of `driving`
        said = fault.orig if isinstance(fault, DBAPIError) else None if isinstance(fault, PoolEmpty) else fault
        raise plainly(name or name_of(engine), said) from None


@contextmanager
def looked_through(engine: Engine) -> Iterator[None]:
    """Tell what a database complains of while it is opened, and let go of it where it is refused.

    Raises:
        PublishingFailed: it complained.

    """
    try:
        with told(engine):
            yield
    except BaseException:
        engine.dispose()
        raise


def plainly(name: str, fault: BaseException | None) -> PublishingFailed:
    """Return what a driver's complaint means; its words and its cause are not told on, since they may hold values."""
    what, hint = _of_file(fault) if isinstance(fault, sqlite3.Error | OSError) else _of_server(fault)
    return PublishingFailed(f"{name} cannot be used: {what}.", hint)


def name_of(engine: Engine) -> str:
    """Return how a ledger is called towards people: by its file, or by its database."""
    if engine.dialect.name == "sqlite":
        return f"The ledger {engine.url.database}" if engine.url.database else "The ledger that was fetched"
    return f"The ledger (database {engine.url.database or 'by default'} on {engine.url.host or 'this machine'})"


def _of_file(fault: sqlite3.Error | OSError) -> _Told:
    if isinstance(fault, OSError):
        return (f"the system says: {fault.strerror}", AGAIN)
    code = getattr(fault, "sqlite_errorcode", None)
    known = _OF_A_FILE.get(code & 0xFF) if code is not None else None
    return known or (f"SQLite says {fault}", AGAIN)


def _of_server(fault: BaseException | None) -> _Told:
    state = getattr(fault, "sqlstate", None)
    if state is None:
        said = str(fault)
        return next((told for sign, told in _OF_A_CONNECTION.items() if sign in said), _GONE)
    known = next((told for start, told in _OF_A_SERVER.items() if state.startswith(start)), None)
    return known or (f"PostgreSQL answered {state} ({type(fault).__name__})", AGAIN)
