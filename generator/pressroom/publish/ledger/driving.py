"""What is asked of a ledger some thousand times a minute: straight from the driver, as text that was made once.

SQLAlchemy takes longer to wrap such a statement than SQLite to do it; what either complains of is told alike
(`faults.told`).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.expression import Executable

_Arranged = Callable[[tuple[Any, ...]], Any]
"""Puts values in the driver's order, or under its names."""


def drive(
    connection: Connection, statement: Executable, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Do a statement for each row of values, which stand in the order of these names."""
    text, arranged = _driven(statement, names, connection.dialect)
    _cursor(connection).executemany(text, [arranged(row) for row in rows])


def first(connection: Connection, statement: Executable) -> Any:
    """Return the first value that a statement finds, or None; its own values are written into its text."""
    row = _cursor(connection).execute(_literal(statement, connection.dialect)).fetchone()
    return row[0] if row else None


def run(connection: Connection, text: str) -> None:
    """Do what a text says."""
    _cursor(connection).execute(text)


def _cursor(connection: Connection) -> Any:
    return connection.connection.driver_connection.cursor()  # type: ignore[union-attr]  # it is open


@lru_cache(maxsize=16)
def _driven(statement: Executable, names: tuple[str, ...], dialect: Dialect) -> tuple[str, _Arranged]:
    compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # whatever can be executed has it
    order = getattr(compiled, "positiontup", None)
    if order is None:
        return compiled.string, lambda values: dict(zip(names, values, strict=True))
    return compiled.string, itemgetter(*(names.index(name) for name in order))


@lru_cache(maxsize=16)
def _literal(statement: Executable, dialect: Dialect) -> str:
    compiled: Any = statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]  # as above
    return str(compiled.string)
