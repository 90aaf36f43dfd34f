"""What a ledger is made of, laid out where there is nothing, and looked through where there is something."""

from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, insert, inspect, select, update

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.ledger import Clock
from pressroom.publish.ledger.migrating import MIGRATIONS, Migrations, bring_up
from pressroom.publish.ledger.tables import PROGRAM, SCHEMA, facts, metadata

_FOREIGN: Final = "Give Pressroom a database, or a schema in the user's search path, that is its alone."


def is_laid_out(connection: Connection) -> bool:
    """Tell whether there is a ledger; False where there is nothing of that name at all.

    Raises:
        PublishingFailed: there are tables of our names, and they are another program's.

    """
    there = [table for table in metadata.sorted_tables if inspect(connection).has_table(table.name)]
    if not there:
        return False
    names = ", ".join(table.name for table in there)
    if facts not in there or not {"name", "value"} <= _columns(connection) or _fact(connection, "program") != PROGRAM:
        raise PublishingFailed(f"There are tables called {names} already, which are not a ledger's.", _FOREIGN)
    return True


def lay_out(connection: Connection, clock: Clock) -> None:
    """Make the tables of a new ledger."""
    metadata.create_all(connection)
    made = clock().isoformat()
    first = {"schema": str(SCHEMA), "program": PROGRAM, "identity": uuid4().hex, "made": made}
    connection.execute(insert(facts), [{"name": name, "value": value} for name, value in first.items()])


def bring_to_ours(connection: Connection, migrations: Migrations = MIGRATIONS) -> None:
    """Bring a ledger that is there to our schema.

    Raises:
        PublishingFailed: it is of a newer schema, or of one that nobody knows.

    """
    found = _schema(connection)
    bring_up(connection, found, migrations)
    if found != SCHEMA:
        connection.execute(update(facts).where(facts.c.name == "schema").values(value=str(SCHEMA)))


def require_no_older(connection: Connection) -> None:
    """Make sure that a ledger which is only read, where it lies, need not be brought to our schema first.

    Raises:
        PublishingFailed: it is of an older one.

    """
    if 0 < _schema(connection) < SCHEMA:
        message = "The ledger was written by an older Pressroom, and has to be brought up before it can be read."
        raise PublishingFailed(message, "pressroom doctor does that, and sends nothing; so does the next publish.")


def _schema(connection: Connection) -> int:
    known = _fact(connection, "schema") or ""
    return int(known) if known.isdecimal() else 0


def identity(connection: Connection) -> str:
    """Return which ledger it is: no two have the same."""
    return _fact(connection, "identity") or ""


def _fact(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one_or_none()


def _columns(connection: Connection) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns(facts.name)}
