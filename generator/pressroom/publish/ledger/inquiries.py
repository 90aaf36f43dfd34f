"""What somebody asks of a send that did not go as it should: which copies, since when, and what the server said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from pressroom.publish.ledger.tables import CopyState, copies, mailings


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One copy, by the mailing that it is of."""

    mailing: int
    fingerprint: bytes
    changed: datetime
    reply: str
    """The server's last word of it, or ours; it holds no address."""


def copies_in(connection: Connection, send: int, states: Iterable[CopyState]) -> Iterator[Found]:
    """Give the copies of a send that are in one of these states, audience by audience, in the order of the lists."""
    columns = (copies.c.mailing, copies.c.fingerprint, copies.c.changed, copies.c.reply)
    wanted = select(*columns).where(copies.c.send == send, copies.c.state.in_(tuple(states)))
    for mailing, key, changed, reply in connection.execute(wanted.order_by(copies.c.mailing, copies.c.position)):
        moment = datetime.fromisoformat(changed)
        yield Found(mailing=mailing, fingerprint=bytes(key), changed=moment, reply=reply)


def reasons(connection: Connection, send: int, state: CopyState) -> dict[str, dict[str, int]]:
    """Return for which reasons copies are in a state, and how many for each, the commonest first, by audience."""
    number = func.count().label("number")
    joined = select(mailings.c.audience, copies.c.reply, number).join_from(
        mailings, copies, copies.c.mailing == mailings.c.id
    )
    wanted = joined.where(mailings.c.send == send, copies.c.state == state)
    grouped = wanted.group_by(mailings.c.id, mailings.c.audience, copies.c.reply)
    found: dict[str, dict[str, int]] = {}
    for audience, reply, count in connection.execute(grouped.order_by(mailings.c.id, number.desc(), copies.c.reply)):
        found.setdefault(audience, {})[reply] = count
    return found
