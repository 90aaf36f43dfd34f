"""The book: what a ledger that is carried away says of a copy, whenever the machine is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from tests.publish.mail.post import KEY, NOW, FixedClock, Office, frozen, ledger_in, recipients, sent, states

from pressroom.model.outlets import Quiet
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.keys import fingerprint
from pressroom.publish.ledger.ledger import Clock, Ledger
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.publisher import Publisher, this_publisher
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.book import Book, CarriedBook
from pressroom.publish.mail.letters import Copy


class Elsewhere:
    """Where the ledger outlives this machine: what it said whenever it was carried there."""

    notices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.ledger: Ledger | None = None
        self.send: Send | None = None
        self.said: list[dict[bytes, CopyState]] = []

    def fetch(self, publisher: Publisher, clock: Clock) -> "Elsewhere":
        assert publisher
        assert callable(clock)
        return self

    def carry(self) -> None:
        if self.ledger and self.send:
            self.said.append({key: state for key, (state, _) in states(self.ledger, self.send).items()})


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


@contextmanager
def carried(folder: Path, elsewhere: Elsewhere) -> Iterator[Ledger]:
    def clock() -> datetime:
        return datetime.now(UTC)

    opened = open_sqlite(folder / "ledger.sqlite", elsewhere, clock=clock)
    with holding(opened, this_publisher({})) as ledger:
        elsewhere.ledger = ledger
        yield ledger
        elsewhere.ledger = None


def test_nothing_leaves_that_the_carried_ledger_does_not_know_of(tmp_path: Path, elsewhere: Elsewhere) -> None:
    fifty, office = recipients(50), Office()
    wrong: list[str] = []

    def look(copy: Copy) -> None:
        key = fingerprint(KEY, copy.recipient.address)
        if elsewhere.said[-1][key] is not CopyState.FINALIZING:
            wrong.append(copy.recipient.address)

    office.on_finish = look
    with carried(tmp_path, elsewhere) as ledger:
        elsewhere.send = send = frozen(ledger, fifty)
        outcome = sent(ledger, send, office, fifty)
    assert outcome.is_settled
    assert wrong == []
    assert len(office.delivered) == 50
    at_stake = [sum(state is CopyState.FINALIZING for state in said.values()) for said in elsewhere.said]
    assert max(at_stake) == 2
    assert set(elsewhere.said[-1].values()) == {CopyState.SENT}


def test_so_it_is_with_what_is_offered_again(tmp_path: Path, elsewhere: Elsewhere) -> None:
    ten = recipients(10)
    office = Office(lambda address, before: ["dropped", "450", "gone", "ok"][before] if address.startswith("r") else "")
    wrong: list[str] = []

    def look(copy: Copy) -> None:
        if elsewhere.said[-1][fingerprint(KEY, copy.recipient.address)] is not CopyState.FINALIZING:
            wrong.append(copy.recipient.address)

    office.on_finish = look
    with carried(tmp_path, elsewhere) as ledger:
        elsewhere.send = send = frozen(ledger, ten)
        outcome = sent(ledger, send, office, ten, patience=timedelta(hours=1))
    assert outcome.is_settled
    assert wrong == []


def test_a_batch_that_is_not_begun_is_not_left_as_uncertain(tmp_path: Path, elsewhere: Elsewhere) -> None:
    many, clock = recipients(60), FixedClock()
    office = Office()

    def evening(_copy: object) -> None:
        clock.time = NOW.replace(hour=19)

    office.on_finish = evening
    with carried(tmp_path, elsewhere) as ledger:
        elsewhere.send = send = frozen(ledger, many)
        outcome = sent(
            ledger, send, office, many, clock=clock, connections=1, quiet=Quiet(begins=time(20), ends=time(7))
        )
    assert outcome.count(CopyState.FINALIZING, CopyState.UNCERTAIN) == 0
    assert set(elsewhere.said[-1].values()) == {CopyState.SENT, CopyState.QUEUED}


@pytest.mark.parametrize(("total", "batch"), [(1, 1), (19, 1), (40, 2), (1_000, 50), (4_000, 200), (100_000, 200)])
def test_a_batch_is_a_twentieth_and_two_hundred_at_most(tmp_path: Path, total: int, batch: int) -> None:
    ledger = ledger_in(tmp_path)
    assert CarriedBook(ledger, frozen(ledger, recipients(1)), FixedClock(), total).portion() == batch


def test_the_ledger_s_lease_is_renewed_in_time(tmp_path: Path, elsewhere: Elsewhere) -> None:
    clock = FixedClock()
    with carried(tmp_path, elsewhere) as ledger:
        elsewhere.send = frozen(ledger, recipients(1))
        book = Book(ledger, elsewhere.send, clock)
        before = len(elsewhere.said)
        for _ in range(10):
            clock.pause(60)
            book.keep()
        assert len(elsewhere.said) - before == 5
