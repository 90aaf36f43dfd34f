"""What items were when they went out, so that one whose folder was renamed is known again; nothing about readers."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from pressroom.model.base import Model
from pressroom.publish.desired import Item
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.tables import descriptions


class Description(Model):
    """What an item was when it was claimed, or corrected, for the last time."""

    item: Item
    title: str
    day: str
    """Its date, in the publication's time zone: `2026-11-19`."""

    number: int | None = None
    """An issue's, where it has one."""


def describe(ledger: Ledger, known: Iterable[Description]) -> None:
    """Keep what items are now."""
    with ledger.begin() as connection:
        for one in known:
            remove(connection, one.item)
            values = one.as_dict("item")
            connection.execute(insert(descriptions).values(kind=one.item.kind, id=one.item.id, **values))


def described(view: View) -> tuple[Description, ...]:
    """Return what is kept, by kind and id."""
    with view.read() as connection:
        rows = connection.execute(select(descriptions).order_by(descriptions.c.kind, descriptions.c.id)).mappings()
        return tuple(
            Description(
                item=Item(kind=row["kind"], id=row["id"]), title=row["title"], day=row["day"], number=row["number"]
            )
            for row in rows
        )


def remove(connection: Connection, item: Item) -> None:
    """Keep nothing of an item any more."""
    mine = (descriptions.c.kind == item.kind) & (descriptions.c.id == item.id)
    connection.execute(delete(descriptions).where(mine))
