"""Who publishes now, as it is written down: for people to read, and for whoever comes next to judge."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.driving import first
from pressroom.publish.ledger.publisher import Publisher
from pressroom.publish.ledger.tables import leases

LEASE: Final = timedelta(minutes=10)
"""How long a publisher that is not heard of is waited for, where no lock tells that it has ended."""

_LONGEST: Final = timedelta(days=1)
"""A lease that would run longer than this from now was written by a clock that is wrong, and holds nobody up."""

_NAME: Final = "publish"

_OWNER: Final = select(leases.c.owner).where(leases.c.name == _NAME).with_for_update(read=True)
"""Asked in each transaction, some thousand times a minute."""


class Lease(Publisher):
    """A publisher, and since when and until when it has the ledger."""

    taken: datetime
    until: datetime

    def is_over(self, now: datetime) -> bool:
        """Tell whether nobody has to wait for it any more."""
        return not now < self.until <= now + _LONGEST


def current(connection: Connection) -> Lease | None:
    """Return who has the ledger, as it is written down."""
    row = connection.execute(select(leases).where(leases.c.name == _NAME)).mappings().one_or_none()
    return Lease.from_dict({name: value for name, value in row.items() if name != "name"}) if row else None


def owner(connection: Connection) -> str | None:
    """Return whose the ledger is, and keep that so until the transaction ends."""
    found: str | None = first(connection, _OWNER)
    return found


def take(connection: Connection, publisher: Publisher, now: datetime) -> None:
    """Write down that a publisher has it from now on, whoever had it."""
    connection.execute(delete(leases).where(leases.c.name == _NAME))
    times = {"taken": now.astimezone(UTC).isoformat(), "until": _until(now)}
    values = {name: getattr(publisher, name) for name in Publisher.field_names()}
    connection.execute(insert(leases).values(name=_NAME, **values, **times))


def renew(connection: Connection, publisher: Publisher, now: datetime) -> bool:
    """Have a publisher's lease begin anew; tell whether it still was that publisher's."""
    mine = (leases.c.name == _NAME) & (leases.c.owner == publisher.owner)
    return connection.execute(update(leases).where(mine).values(until=_until(now))).rowcount == 1


def end(connection: Connection, publisher: Publisher) -> None:
    """Write down that nobody has it any more, if that publisher had it."""
    connection.execute(delete(leases).where(leases.c.name == _NAME, leases.c.owner == publisher.owner))


def turned_away(lease: Lease | None, hint: str = "") -> PublishingFailed:
    """Return what is told to whoever comes second."""
    if lease is None:
        return PublishingFailed("Another run has just ended publishing here, or just begun.", "Publish again.")
    message = f"{lease.label} is publishing, since {moment(lease.taken)}."
    return PublishingFailed(message, f"Wait until it has ended, and publish again. {hint}".strip())


def taken_over(lease: Lease | None) -> PublishingFailed:
    """Return what is told to whoever had the ledger once."""
    who = f"{lease.label}, since {moment(lease.taken)}" if lease else "another run"
    message = f"This run was not heard of for too long, and its place was taken by {who}."
    return PublishingFailed(message, "Nothing more went out from here. That run goes on with what this one began.")


def moment(time: datetime) -> str:
    """Write a time for people: `2026-11-22 12:03 UTC`."""
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _until(now: datetime) -> str:
    return (now + LEASE).astimezone(UTC).isoformat()
