"""What the ledger knows of mail: sends, what each audience gets, and how far every reader's copy is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from pressroom.publish.ledger.driving import drive
from pressroom.publish.ledger.tables import CopyState, copies, mailings, sends

SETTLED: Final = (CopyState.SENT, CopyState.FAILED)
"""What will not change by itself any more."""

TRIES: Final = 4
"""How often a copy is offered that may have arrived with the first: three repeats. Then it is held as it is."""

GIVEN_UP: Final = "given up"
"""Stands beside a copy that is not wanted any more."""

_UNSENT: Final = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT)
_STATES: Final = {state.value: state for state in CopyState}

_AT_ONCE: Final = 2_000
"""Rows that are written by one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """An issue goes out by mail."""

    id: int
    issue: str
    revision: int
    frozen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """What one audience gets of a send."""

    id: int
    audience: str
    edition: str
    message: bytes
    """With marks for what is each reader's own."""

    date: datetime
    total: int
    """How many readers stood in the audience's list; who had a copy through another audience is among them."""


class Addressee(NamedTuple):
    """One reader's copy, as it is entered or found."""

    fingerprint: bytes
    mailing: int
    state: CopyState = CopyState.QUEUED
    attempts: int = 0
    due: datetime | None = None


class Entry(NamedTuple):
    """What is to be written of a copy."""

    fingerprint: bytes
    state: CopyState
    attempts: int
    reply: str = ""
    due: datetime | None = None


def find_send(connection: Connection, issue: str, revision: int) -> Send | None:
    """Return a send that was frozen."""
    wanted = select(sends).where(sends.c.issue == issue, sends.c.revision == revision)
    row = connection.execute(wanted).mappings().one_or_none()
    return Send(**{**row, "frozen": _moment(row["frozen"])}) if row else None


def sends_with(connection: Connection, states: Iterable[CopyState]) -> tuple[Send, ...]:
    """Return the sends that have a copy in one of these states and not held, the oldest first."""
    having = select(copies.c.send).where(copies.c.state.in_(tuple(states)), ~_HELD)
    rows = connection.execute(select(sends).where(sends.c.id.in_(having)).order_by(sends.c.id)).mappings()
    return tuple(Send(**{**row, "frozen": _moment(row["frozen"])}) for row in rows)


def last_revision(connection: Connection, issue: str) -> int | None:
    """Return the number of an issue's last send: 0, or that of a correction; None where none was frozen."""
    latest: int | None = connection.execute(select(func.max(sends.c.revision)).where(sends.c.issue == issue)).scalar()
    return latest


def last_total(connection: Connection, audience: str) -> int | None:
    """Return how many readers an audience had when it was last sent to."""
    latest = select(mailings.c.total).where(mailings.c.audience == audience).order_by(mailings.c.id.desc()).limit(1)
    return connection.execute(latest).scalar_one_or_none()


def audiences(connection: Connection) -> frozenset[str]:
    """Return all audiences that were ever sent to, by their ids."""
    return frozenset(connection.execute(select(mailings.c.audience).distinct()).scalars())


def enter_send(connection: Connection, issue: str, revision: int, now: datetime) -> int:
    """Write a send, and return its number."""
    added = insert(sends).values(issue=issue, revision=revision, frozen=_written(now))
    return _key(connection.execute(added).inserted_primary_key)


def enter_mailing(connection: Connection, send: int, mailing: Mapping[str, Any], date: datetime) -> int:
    """Write what one audience gets, and return its number."""
    added = insert(mailings).values(send=send, date=_written(date), **mailing)
    return _key(connection.execute(added).inserted_primary_key)


def enter_copies(connection: Connection, send: int, mailing: int, fingerprints: Sequence[bytes], now: datetime) -> None:
    """Write the copies of a mailing, in order; none of them is on its way yet."""
    constant = {"send": send, "mailing": mailing, "state": CopyState.QUEUED, "attempts": 0, "reply": ""}
    for start in range(0, len(fingerprints), _AT_ONCE):
        some = enumerate(fingerprints[start : start + _AT_ONCE], start)
        rows = [{**constant, "changed": _written(now), "fingerprint": one, "position": at} for at, one in some]
        connection.execute(insert(copies), rows)


def mailings_of(connection: Connection, send: int) -> tuple[Mailing, ...]:
    """Return what each audience gets, in the order of freezing."""
    columns = [mailings.c[name] for name in ("id", "audience", "edition", "message", "date", "total")]
    rows = connection.execute(select(*columns).where(mailings.c.send == send).order_by(mailings.c.id)).mappings()
    return tuple(Mailing(**{**row, "date": _moment(row["date"])}) for row in rows)


def addressees(connection: Connection, send: int, states: Iterable[CopyState]) -> Iterator[Addressee]:
    """Give a send's copies that are in one of these states, audience by audience, in the order of the lists."""
    columns = (copies.c.fingerprint, copies.c.mailing, copies.c.state, copies.c.attempts, copies.c.due)
    wanted = select(*columns).where(copies.c.send == send, copies.c.state.in_(tuple(states)))
    for key, mailing, state, attempts, due in connection.execute(wanted.order_by(copies.c.mailing, copies.c.position)):
        yield Addressee(bytes(key), mailing, _STATES[state], attempts, _moment(due) if due else None)


def fingerprints(connection: Connection, send: int) -> set[bytes]:
    """Return who was among the recipients when a send was frozen."""
    return {
        bytes(key) for key in connection.execute(select(copies.c.fingerprint).where(copies.c.send == send)).scalars()
    }


def counts(connection: Connection, send: int) -> dict[str, dict[CopyState, int]]:
    """Return how many copies are in which state, by audience, in the order of freezing."""
    joined = select(mailings.c.audience, copies.c.state, func.count(copies.c.fingerprint)).select_from(
        mailings.outerjoin(copies, copies.c.mailing == mailings.c.id)
    )
    grouped = joined.where(mailings.c.send == send).group_by(mailings.c.id, mailings.c.audience, copies.c.state)
    found: dict[str, dict[CopyState, int]] = {}
    for audience, state, number in connection.execute(grouped.order_by(mailings.c.id)):
        found.setdefault(audience, {}).update({CopyState(state): number} if state else {})
    return found


def counts_reply(connection: Connection, send: int, state: CopyState, reply: str) -> dict[str, int]:
    """Return how many copies are in a state for one reason, by audience; who has none is left out."""
    joined = select(mailings.c.audience, func.count()).join_from(mailings, copies, copies.c.mailing == mailings.c.id)
    wanted = joined.where(mailings.c.send == send, copies.c.state == state, copies.c.reply == reply)
    return {row[0]: row[1] for row in connection.execute(wanted.group_by(mailings.c.audience))}


def count_held(connection: Connection, send: int) -> int:
    """Return how many copies stay uncertain, since they were offered as often as may be."""
    return connection.execute(select(func.count()).where(copies.c.send == send, _HELD)).scalar_one()


def hold(connection: Connection, send: int) -> None:
    """Have whatever is uncertain stay so: nothing of it is offered again."""
    uncertain = update(copies).where(copies.c.send == send, copies.c.state == CopyState.UNCERTAIN, ~_HELD)
    connection.execute(uncertain.values(attempts=TRIES, due=None))


def digests(connection: Connection, send: int) -> dict[str, str]:
    """Return the SHA-256 of the bytes that each audience gets, in hexadecimal."""
    rows = connection.execute(select(mailings.c.audience, mailings.c.digest).where(mailings.c.send == send))
    return {row.audience: row.digest for row in rows}


def mark(connection: Connection, send: int, keys: Iterable[bytes], state: CopyState, now: datetime) -> None:
    """Write that copies are in a state now."""
    changed = _written(now)
    rows = [(state.value, changed, send, key) for key in keys]
    if rows:
        drive(connection, _MARK, _MARKED, rows)


def enter(connection: Connection, send: int, entries: Iterable[Entry], now: datetime) -> None:
    """Write what became of copies."""
    changed = _written(now)
    rows = [
        (one.state.value, one.attempts, one.due and _written(one.due), changed, one.reply, send, one.fingerprint)
        for one in entries
    ]
    if rows:
        drive(connection, _ENTER, _ENTERED, rows)


def doubt(connection: Connection, send: int, reply: str, now: datetime) -> None:
    """Have all copies of a send whose end was about to go out be uncertain; that was an offer."""
    left = update(copies).where(copies.c.send == send, copies.c.state == CopyState.FINALIZING)
    values = {"state": CopyState.UNCERTAIN, "attempts": copies.c.attempts + 1, "reply": reply, "due": None}
    connection.execute(left.values(**values, changed=_written(now)))


def turn(connection: Connection, send: int, states: tuple[CopyState, CopyState], reply: str, now: datetime) -> int:
    """Have all copies of a send that are in one state be in another, and return how many these were.

    What was given up stays so.
    """
    before, after = states
    all_of_them = update(copies).where(copies.c.send == send, copies.c.state == before, copies.c.reply != GIVEN_UP)
    return connection.execute(all_of_them.values(state=after, reply=reply, due=None, changed=_written(now))).rowcount


def give_up(connection: Connection, send: int, now: datetime) -> int:
    """Have nothing of a send go out any more, and return how many copies that concerns; what is uncertain stays so."""
    left = sum(turn(connection, send, (state, CopyState.FAILED), GIVEN_UP, now) for state in _UNSENT)
    hold(connection, send)
    return left


_HELD: Final = (copies.c.state == CopyState.UNCERTAIN) & (copies.c.attempts >= TRIES)
_WHICH: Final = (copies.c.send == bindparam("of")) & (copies.c.fingerprint == bindparam("key"))
_MARK: Final = update(copies).where(_WHICH).values(state=bindparam("as"), changed=bindparam("now"))
_MARKED: Final = ("as", "now", "of", "key")
_ENTERED: Final = ("as", "tried", "until", "now", "said", "of", "key")
_ENTER: Final = (
    update(copies)
    .where(_WHICH)
    .values(
        state=bindparam("as"),
        attempts=bindparam("tried"),
        due=bindparam("until"),
        changed=bindparam("now"),
        reply=bindparam("said"),
    )
)


def _key(row: Any) -> int:
    (number,) = row
    return int(number)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)
