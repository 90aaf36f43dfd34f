"""Whether a SQLite database is a ledger, and whole."""

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger import schema
from pressroom.publish.ledger.faults import BACKUP
from pressroom.publish.ledger.tables import APPLICATION


def require_sound(connection: Connection, name: str) -> None:
    """Look through a whole database, which lies in memory: whatever goes wrong there is its own fault.

    Raises:
        PublishingFailed: it is damaged, or no ledger.

    """
    if _ask(connection, "quick_check") != "ok":
        raise PublishingFailed(f"The ledger {name} is damaged.", BACKUP)
    if _ask(connection, "application_id") != APPLICATION or not schema.is_laid_out(connection):
        message = f"{name} is a database of another program, and no ledger."
        raise PublishingFailed(message, "Move it elsewhere if it is needed, and bring the ledger back from a backup.")


def _ask(connection: Connection, pragma: str) -> str | int:
    try:
        answer: str | int = connection.exec_driver_sql(f"PRAGMA {pragma}").scalars().first() or 0
    except DatabaseError:
        return "damaged"
    return answer
