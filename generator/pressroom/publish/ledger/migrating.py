"""How a ledger of an older schema becomes one of this: step by step, all in one transaction."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, text

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.tables import SCHEMA

Migrations = Mapping[int, Callable[[Connection], None]]
"""What brings a ledger from a schema to the next, by the schema that it starts from."""

_SECOND: Final = (
    """CREATE TABLE descriptions (
        kind VARCHAR NOT NULL, id VARCHAR NOT NULL, title VARCHAR NOT NULL, day VARCHAR NOT NULL, number INTEGER,
        PRIMARY KEY (kind, id))""",
    "DROP INDEX copies_by_state",  # each change of a copy's state had to be written there as well
    "CREATE INDEX copies_by_mailing ON copies (mailing)",
)


def _bring_to_second(connection: Connection) -> None:
    for statement in _SECOND:
        connection.execute(text(statement))


MIGRATIONS: Final[Migrations] = MappingProxyType({1: _bring_to_second})
"""Each schema adds a line here, and a test that begins with what a ledger of the one before was."""


def bring_up(connection: Connection, found: int, migrations: Migrations = MIGRATIONS, wanted: int = SCHEMA) -> None:
    """Bring a ledger from the schema that it has to the one that is wanted.

    Raises:
        PublishingFailed: it is of a newer schema, or of one that nobody knows.

    """
    if found > wanted:
        message = f"The ledger was written by a newer Pressroom: its schema is {found}, and this one knows {wanted}."
        raise PublishingFailed(message, "Publish with that version or a newer one; nothing was touched.")
    for schema in range(found, wanted):
        if schema not in migrations:
            message = f"The ledger is of schema {schema}, which this Pressroom does not know how to bring up."
            raise PublishingFailed(message, "Publish once with an older version of Pressroom first.")
        migrations[schema](connection)
