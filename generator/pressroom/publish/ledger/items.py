"""Runs, and the issues and episodes that they publish: claimed, sealed, or gone out before there was a ledger."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from pressroom.model.base import Model
from pressroom.publish.desired import Item
from pressroom.publish.ledger.descriptions import remove
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.tables import facts, items, runs

How = Literal["published", "imported", "given up"]

_BEGUN = "begun"


class Run(Model):
    """One publish, however often it has to be taken up again."""

    id: str
    instant: datetime
    """What it builds with as now, each time that it is taken up."""

    commit: str
    label: str
    """Who began it, for people."""

    begun: datetime
    ended: datetime | None = None


class ItemRecord(Model):
    """What the ledger knows of an item."""

    item: Item
    how: How
    claimed: datetime
    run: str | None
    """The id of the run that claimed it last; none where it was imported."""

    sealed: datetime | None
    """Since when it has gone out entirely; until then it is still to do."""


def begin_run(ledger: Ledger, *, commit: str, instant: datetime, label: str) -> Run:
    """Return the run of this commit that was not ended, or begin one.

    Whichever it is, one of another commit that was not ended stays so: what it claimed is still to do.
    """
    with ledger.begin() as connection:
        unended = select(runs).where(runs.c.commit == commit, runs.c.ended.is_(None)).order_by(runs.c.begun.desc())
        found = connection.execute(unended).mappings().first()
        if found:
            return Run.from_dict(dict(found))
        run = Run(
            id=uuid4().hex, instant=instant, commit=commit, label=label, begun=datetime.fromisoformat(ledger.now())
        )
        connection.execute(insert(runs).values(**_row(run)))
    return run


def end_run(ledger: Ledger, run: Run) -> None:
    """Write down that a run has done all that it was to do."""
    with ledger.begin() as connection:
        connection.execute(update(runs).where(runs.c.id == run.id).values(ended=ledger.now()))


def runs_of(view: View) -> tuple[Run, ...]:
    """Return all runs, the latest first."""
    with view.read() as connection:
        rows = connection.execute(select(runs).order_by(runs.c.begun.desc(), runs.c.id)).mappings().all()
    return tuple(Run.from_dict(dict(row)) for row in rows)


def claim(ledger: Ledger, run: Run, wanted: Sequence[Item]) -> tuple[Item, ...]:
    """Write down that a run is publishing items; return those that are its now: all but what was sealed before.

    What an earlier run had claimed and not sealed becomes this one's.
    """
    with ledger.begin() as connection:
        known = _known(connection)
        ours = tuple(item for item in dict.fromkeys(wanted) if item not in known or known[item].sealed is None)
        for item in ours:
            if item in known:
                connection.execute(update(items).where(_is(item)).values(run=run.id))
            else:
                connection.execute(insert(items).values({**_new(item, ledger.now(), "published"), "run": run.id}))
    return ours


def seal(ledger: Ledger, run: Run, done: Iterable[Item]) -> None:
    """Write down that items which a run had claimed have gone out entirely."""
    with ledger.begin() as connection:
        for item in done:
            mine = update(items).where(_is(item), items.c.run == run.id, items.c.sealed.is_(None))
            connection.execute(mine.values(sealed=ledger.now()))


def import_items(ledger: Ledger, old: Iterable[Item]) -> tuple[Item, ...]:
    """Settle the first day: these had gone out before there was this ledger; return those that it did not know."""
    with ledger.begin() as connection:
        new = _mark(connection, old, ledger.now())
        if _fact(connection, _BEGUN) is None:
            connection.execute(insert(facts).values(name=_BEGUN, value=ledger.now()))
    return new


def mark_items(ledger: Ledger, old: Iterable[Item]) -> tuple[Item, ...]:
    """Write down that items have gone out, whoever brought them; return those that the ledger did not know."""
    with ledger.begin() as connection:
        return _mark(connection, old, ledger.now())


def end_items(ledger: Ledger, done: Iterable[Item], how: How) -> None:
    """Write down that items which were claimed and have not gone out entirely never will."""
    with ledger.begin() as connection:
        for item in done:
            mine = update(items).where(_is(item), items.c.sealed.is_(None))
            connection.execute(mine.values(sealed=ledger.now(), how=how))


def forget_items(ledger: Ledger, unwanted: Iterable[Item]) -> None:
    """Take back that items had gone out before; where nothing else is known, the first day is still to be settled."""
    with ledger.begin() as connection:
        for item in unwanted:
            connection.execute(delete(items).where(_is(item), items.c.how == "imported"))
            remove(connection, item)
        if not _known(connection):
            connection.execute(delete(facts).where(facts.c.name == _BEGUN))


def first_day(view: View) -> datetime | None:
    """Return when it was settled what had gone out before; None where nobody has settled it yet."""
    with view.read() as connection:
        said = _fact(connection, _BEGUN)
    return datetime.fromisoformat(said) if said else None


def items_of(view: View) -> tuple[ItemRecord, ...]:
    """Return all items that the ledger knows, by kind and id."""
    with view.read() as connection:
        return tuple(_known(connection).values())


def settled(view: View) -> frozenset[Item]:
    """Return the items that have gone out entirely, or before there was this ledger."""
    return frozenset(record.item for record in items_of(view) if record.sealed)


def _mark(connection: Connection, old: Iterable[Item], now: str) -> tuple[Item, ...]:
    known = _known(connection)
    new = tuple(item for item in dict.fromkeys(old) if item not in known)
    if new:
        connection.execute(insert(items), [_new(item, now, "imported") | {"sealed": now} for item in new])
    return new


def _known(connection: Connection) -> dict[Item, ItemRecord]:
    rows = connection.execute(select(items).order_by(items.c.kind, items.c.id)).mappings()
    records = (_record(row) for row in rows)
    return {record.item: record for record in records}


def _record(row: RowMapping) -> ItemRecord:
    values = {name: value for name, value in row.items() if name not in ("kind", "id")}
    return ItemRecord.from_dict({"item": {"kind": row["kind"], "id": row["id"]}, **values})


def _is(item: Item) -> ColumnElement[bool]:
    return (items.c.kind == item.kind) & (items.c.id == item.id)


def _new(item: Item, now: str, how: How) -> dict[str, str]:
    return {"kind": item.kind, "id": item.id, "claimed": now, "how": how}


def _fact(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one_or_none()


def _row(run: Run) -> dict[str, str | None]:
    times = {"instant": run.instant, "begun": run.begun}
    return {**run.as_dict(), **{name: time.astimezone(UTC).isoformat() for name, time in times.items()}}
