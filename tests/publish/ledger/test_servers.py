"""A ledger in PostgreSQL: what can go wrong with a server, each with a plain message and without the password."""

from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, text, update
from tests.publish.ledger.database import PASSWORD, Server
from tests.publish.ledger.kinds import Machine, publisher

from pressroom.errors import PressroomError, PublishingFailed, Unreadable
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.servers import open_postgresql, read_postgresql
from pressroom.publish.ledger.tables import SCHEMA, facts


def at(url: str) -> dict[str, str]:
    return {"PRESSROOM_LEDGER_URL": url}


def refused(url: str, *, canary: str = PASSWORD) -> PressroomError:
    """Make sure that both doors are shut, and that nothing secret is told; return what is told."""
    with pytest.raises(PressroomError) as told:
        read_postgresql(at(url))
    with pytest.raises(type(told.value)) as again:
        open_postgresql(at(url))
    assert told.value.message == again.value.message
    for fault in (told.value, again.value):
        assert canary not in f"{fault.message} {fault.hint} {fault!r} {fault.__cause__!r}"
    return told.value


@pytest.mark.parametrize(
    "url",
    [
        "canary",
        "mysql://u:canary@h/d",
        "sqlite:///canary",
        "postgresql://u:p@canary@h/d",
        "postgresql://u:p@h:canary/d",
        "://canary",
    ],
)
def test_an_address_that_is_none_is_not_repeated(url: str) -> None:
    fault = refused(url, canary="canary")
    assert isinstance(fault, Unreadable)
    assert fault.message == "PRESSROOM_LEDGER_URL is no address of a PostgreSQL database."


@pytest.mark.parametrize("environment", [{}, at(" ")])
def test_no_address_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(Unreadable, match="PRESSROOM_LEDGER_URL is not set"):
        open_postgresql(environment)


def test_a_wrong_password_is_told(server: Server) -> None:
    fault = refused(server.url(password="canary-password"), canary="canary")  # noqa: S106  it is wrong
    assert isinstance(fault, PublishingFailed)
    assert fault.message.endswith("cannot be used: the login was refused.")
    assert "PRESSROOM_LEDGER_URL" in fault.hint


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("/postgres?", "/nowhere?", "there is no such user or database"),
        ("//postgres:", "//nobody:", "the login was refused"),
        ("@127.0.0.1", "@nowhere.invalid", "its host is not known"),
        ("csearch_path", "cdefault_transaction_read_only=on%20-csearch_path", "it may only be read"),
    ],
)
def test_what_else_is_wrong_is_told(server: Server, old: str, new: str, words: str) -> None:
    url = server.url().replace(old, new)
    with pytest.raises(PublishingFailed, match=words) as told:
        open_postgresql(at(url))
    assert PASSWORD not in told.value.message


def test_a_port_at_which_nobody_listens_is_told() -> None:
    assert "the server does not answer" in refused("postgresql://u:canary@127.0.0.1:1/d", canary="canary").message


def test_tls_is_as_the_address_says(server: Server) -> None:
    assert "the server speaks no TLS" in refused(server.url(more="&sslmode=require")).message


def test_a_user_who_may_make_no_tables_is_told(server: Server) -> None:
    server.do(f"CREATE USER reader PASSWORD '{PASSWORD}'")
    server.do("CREATE SCHEMA locked")
    server.do("GRANT USAGE ON SCHEMA locked TO reader")
    with pytest.raises(PublishingFailed, match="the database's user may not do that") as told:
        open_postgresql(at(server.url("locked", user="reader")))
    assert "search path" in told.value.hint


def test_tables_of_another_program_are_left_alone(server: Server) -> None:
    server.do("CREATE SCHEMA taken")
    server.do("CREATE TABLE taken.items (price integer)")
    fault = refused(server.url("taken"))
    assert "tables called items already" in fault.message
    server.do("CREATE TABLE taken.facts (price integer)")
    assert "tables called facts, items already" in refused(server.url("taken")).message


def test_a_newer_schema_is_refused(in_database: Machine) -> None:
    ledger = in_database.open()
    with ledger.begin() as connection:
        connection.execute(update(facts).where(facts.c.name == "schema").values(value=str(SCHEMA + 1)))
    ledger.close()
    assert "newer Pressroom" in refused(in_database.environment["PRESSROOM_LEDGER_URL"]).message


def test_the_old_name_of_the_scheme_is_understood(in_database: Machine) -> None:
    url = in_database.environment["PRESSROOM_LEDGER_URL"].replace("postgresql:", "postgres:")
    open_postgresql(at(url)).close()


def test_what_is_committed_is_on_the_disk(in_database: Machine) -> None:
    url = in_database.environment["PRESSROOM_LEDGER_URL"].replace("-csearch", "-csynchronous_commit=off%20-csearch")
    ledger = open_postgresql(at(url))
    with ledger.begin() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
    ledger.close()


def test_two_publications_in_one_database_do_not_wait_for_each_other(in_database: Machine, server: Server) -> None:
    server.do("CREATE SCHEMA second")
    first, second = in_database.open(), open_postgresql(at(server.url("second")))
    with holding(first, publisher("first")), holding(second, publisher("second")) as held:
        held.checkpoint()
    first.close()
    second.close()


def written(ledger: Ledger) -> bool:
    with ledger.read() as connection:
        return bool(connection.execute(select(facts.c.value).where(facts.c.name == "word")).scalar())


def test_a_server_that_goes_in_the_middle_of_a_transaction_is_told(in_database: Machine, server: Server) -> None:
    ledger = in_database.open()
    with (  # noqa: PT012  it may be its end that fails
        pytest.raises(PublishingFailed, match=r"the server was stopped|the connection broke|does not answer"),
        ledger.begin() as connection,
    ):
        connection.execute(insert(facts).values(name="word", value="written"))
        server.end_sessions()
        connection.execute(select(facts.c.value))
    assert not written(ledger)
    with ledger.begin() as connection:
        connection.execute(insert(facts).values(name="word", value="written"))
    assert written(ledger)
    ledger.close()


def test_one_that_lost_its_lock_does_nothing_more_outside(in_database: Machine, server: Server) -> None:
    first, second = in_database.open(), in_database.open()
    with holding(first, publisher("first")) as held:
        held.checkpoint()
        server.end_sessions()
        with pytest.raises(PublishingFailed, match="keeps other publishers out of the ledger was lost"):
            held.checkpoint()
        with holding(second, publisher("second")) as other:
            other.checkpoint()
            with pytest.raises(PublishingFailed, match="its place was taken by second"), held.begin():
                pytest.fail("two write at once")
    with holding(first, publisher("third")) as held:
        held.checkpoint()
    first.close()
    second.close()


def test_a_session_that_a_pooler_has_exchanged_holds_no_lock(in_database: Machine, server: Server) -> None:
    ledger = in_database.open()
    with holding(ledger, publisher("me")) as held:
        (number,) = server.do("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted")[0]
        server.do(f"SELECT pg_terminate_backend({number})")
        with pytest.raises(PublishingFailed, match="was lost") as told:
            held.checkpoint()
        assert "must pool sessions" in told.value.hint
    ledger.close()


def test_a_clock_that_jumps_changes_nothing_for_one_that_paused(in_database: Machine) -> None:
    paused = in_database.open()
    with holding(paused, publisher("paused")) as held:
        in_database.clock.jump(60 * 24)
        late = replace(in_database).open()
        with pytest.raises(PublishingFailed, match="paused is publishing"), holding(late, publisher("late")):
            pytest.fail("two publish at once")
        held.checkpoint()
        late.close()
    paused.close()


def test_one_of_an_older_schema_is_read_once_it_was_brought_up(in_database: Machine) -> None:
    with closing(in_database.open()) as ledger, ledger.begin() as connection:
        for statement in ("DROP TABLE descriptions", "CREATE INDEX copies_by_state ON copies (mailing, state)"):
            connection.execute(text(statement))
        connection.execute(text("DROP INDEX copies_by_mailing"))
        connection.execute(update(facts).where(facts.c.name == "schema").values(value="1"))
    with pytest.raises(PublishingFailed, match="older Pressroom") as told:
        in_database.read()
    assert "pressroom doctor" in told.value.hint
    in_database.open().close()
    view = in_database.read()
    assert view
    view.close()
