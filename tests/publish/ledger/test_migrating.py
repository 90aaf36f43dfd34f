"""The door through which ledgers of older schemas come."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text, update
from tests.publish.ledger.kinds import Machine

from pressroom.errors import PublishingFailed
from pressroom.publish.desired import Item
from pressroom.publish.ledger.descriptions import Description, describe, described
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.items import import_items, items_of
from pressroom.publish.ledger.migrating import MIGRATIONS, bring_up
from pressroom.publish.ledger.schema import bring_to_ours
from pressroom.publish.ledger.tables import SCHEMA, facts

OLD = Item(kind="issue", id="2026-10")


def test_every_older_schema_has_its_step() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


def test_the_steps_are_gone_one_by_one_from_where_the_ledger_is() -> None:
    gone: list[int] = []
    steps = {
        schema: lambda _, schema=schema: gone.append(schema) for schema in (1, 2, 3)
    }  # a default keeps a loop's value
    with create_engine("sqlite://").begin() as connection:
        bring_up(connection, 2, steps, 4)
    assert gone == [2, 3]


def test_a_step_that_is_not_known_is_told_before_anything_is_done_for_good() -> None:
    def make(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (x)"))

    engine = create_engine("sqlite://")
    with engine.begin() as connection, pytest.raises(PublishingFailed, match="schema 2, which"):
        bring_up(connection, 1, {1: make}, 3)
    engine.dispose()


def test_a_newer_one_is_refused() -> None:
    with create_engine("sqlite://").begin() as connection, pytest.raises(PublishingFailed, match="newer Pressroom"):
        bring_up(connection, SCHEMA + 1)


def test_a_ledger_that_came_through_is_of_our_schema(tmp_path: Path) -> None:
    ledger = open_sqlite(tmp_path / "ledger.sqlite")
    with ledger.begin() as connection:
        connection.execute(update(facts).where(facts.c.name == "schema").values(value="0"))
        bring_to_ours(connection, {schema: lambda _: None for schema in range(SCHEMA)})
    ledger.close()
    open_sqlite(tmp_path / "ledger.sqlite").close()


def test_a_ledger_of_the_first_schema_is_brought_up_with_all_that_it_knows(here: Machine) -> None:
    """What differed then: nothing was kept of what an item was, and an index was kept of every copy's state."""
    first = here.open()
    import_items(first, [OLD])
    with first.begin() as connection:
        connection.execute(text("DROP TABLE descriptions"))
        connection.execute(text("DROP INDEX copies_by_mailing"))
        connection.execute(text("CREATE INDEX copies_by_state ON copies (mailing, state)"))
        connection.execute(update(facts).where(facts.c.name == "schema").values(value="1"))
    first.close()
    with closing(here.open()) as ledger:
        assert [record.item for record in items_of(ledger)] == [OLD]
        assert described(ledger) == ()
        describe(ledger, [Description(item=OLD, title="An old one", day="2026-10-19", number=6)])
        assert [one.number for one in described(ledger)] == [6]
