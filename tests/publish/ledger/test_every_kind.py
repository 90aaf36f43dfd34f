"""What is true of every ledger, whether a file, a database or a git ref keeps it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import delete, insert, select
from tests.publish.ledger.kinds import Machine, publisher

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.summaries import publisher_now
from pressroom.publish.ledger.tables import facts, leases


def note(machine: Machine, name: str) -> None:
    """Have somebody write a word into the ledger, and go."""
    ledger = machine.open()
    with holding(ledger, publisher("somebody")) as held, held.begin() as connection:
        connection.execute(insert(facts).values(name=name, value="written"))
    ledger.close()


def knows(view: View | None, name: str) -> bool:
    assert view
    with view.read() as connection:
        found = connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one_or_none()
    view.close()
    return found == "written"


def test_what_one_has_written_the_next_reads(here: Machine) -> None:
    note(here, "first")
    note(here.other(), "second")
    third = here.other()
    assert knows(third.read(), "first")
    assert knows(third.read(), "second")


def test_a_transaction_that_is_left_by_an_exception_did_not_happen(here: Machine) -> None:
    ledger = here.open()
    with holding(ledger, publisher("me")) as held:
        with suppress(ZeroDivisionError), held.begin() as connection:
            connection.execute(insert(facts).values(name="half", value="written"))
            raise ZeroDivisionError
        assert not knows(held, "half")
    ledger.close()


def test_where_there_is_no_ledger_reading_says_so_and_makes_none(here: Machine) -> None:
    before = sorted(here.root.rglob("*"))
    assert here.read() is None
    assert here.read() is None
    assert sorted(here.root.rglob("*")) == before


def test_reading_changes_nothing(here: Machine) -> None:
    note(here, "word")
    other = here.other()
    before = {path: path.read_bytes() for path in other.root.rglob("*") if path.is_file()}
    assert knows(other.read(), "word")
    assert {path: path.read_bytes() for path in other.root.rglob("*") if path.is_file()} == before


def test_while_somebody_publishes_others_can_read(here: Machine) -> None:
    ledger = here.open()
    with holding(ledger, publisher("run 4711")) as held:
        with held.begin() as connection:
            connection.execute(insert(facts).values(name="meanwhile", value="written"))
        held.checkpoint()
        assert knows(here.other().read(), "meanwhile")
        view = here.read()
        assert view
        lease = publisher_now(view)
        assert lease
        assert lease.label == "run 4711"
        view.close()
    ledger.close()


def test_the_second_is_told_who_publishes_and_since_when(here: Machine) -> None:
    first, second = here.open(), here.other().open()
    with (
        holding(first, publisher("run 4711 on host web-1")),
        pytest.raises(PublishingFailed, match="run 4711 on host web-1 is publishing, since 2026-11-22 12:00 UTC"),
        holding(second, publisher("me")),
    ):
        pytest.fail("two publish at once")
    first.close()
    second.close()


def test_once_the_first_has_ended_the_second_gets_it(here: Machine) -> None:
    first, second = here.open(), here.other().open()
    with holding(first, publisher("first")) as held:
        held.checkpoint()
    with holding(second, publisher("second")) as held:
        held.checkpoint()
    with holding(first, publisher("third")):
        pass
    first.close()
    second.close()


def test_one_that_fails_leaves_its_place_to_the_next(here: Machine) -> None:
    first, second = here.open(), here.other().open()
    with pytest.raises(ZeroDivisionError), holding(first, publisher("first")):
        raise ZeroDivisionError
    with holding(second, publisher("second")) as held:
        assert held.notices == ()
    first.close()
    second.close()


@pytest.mark.parametrize("minutes", [-600, -11, 11, 600])
def test_a_clock_that_jumps_gives_nobody_a_second_publisher_here(here: Machine, minutes: int) -> None:
    first, second = here.open(), here.open()
    with holding(first, publisher("first")) as held:
        here.clock.jump(minutes)
        with pytest.raises(PublishingFailed, match="first is publishing"), holding(second, publisher("second")):
            pytest.fail("two publish at once")
        held.checkpoint()
    first.close()
    second.close()


def test_outside_of_a_holding_a_checkpoint_carries_nothing(here: Machine) -> None:
    ledger = here.open()
    ledger.checkpoint()
    assert ledger.notices == ()
    ledger.close()


def test_whoever_is_not_the_one_who_is_written_down_any_more_stops(here: Machine) -> None:
    ledger = here.open()
    with suppress(PublishingFailed), holding(ledger, publisher("me")) as held:
        with held.begin() as connection:
            connection.execute(delete(leases))
        with pytest.raises(PublishingFailed, match="taken by another run"):
            held.checkpoint()
        with pytest.raises(PublishingFailed, match="taken by another run"), held.begin():
            pytest.fail("it is not this one's")
    ledger.close()


def test_one_that_cannot_be_written_down_does_not_keep_the_lock(here: Machine) -> None:
    ledger = here.open()
    timeless = Ledger(ledger.engine, ledger.lock, ledger.carrier, int)  # type: ignore[arg-type]  # it shows no time
    with pytest.raises(AttributeError), holding(timeless, publisher("me")):
        pytest.fail("it knows no time")
    with holding(ledger, publisher("me")):
        pass
    ledger.close()


def test_many_threads_of_one_publisher_can_write_and_have_it_carried(here: Machine) -> None:
    ledger = here.open()

    def write(thread: int) -> None:
        for number in range(5):
            with held.begin() as connection:
                connection.execute(insert(facts).values(name=f"{thread}/{number}", value="written"))
        held.checkpoint()

    with holding(ledger, publisher("me")) as held, ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(8)))
    ledger.close()
    view = here.other().read()
    assert view
    with view.read() as connection:
        assert len(connection.execute(select(facts).where(facts.c.value == "written")).all()) == 40
    view.close()
