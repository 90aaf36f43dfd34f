"""What goes out when, and what stops it, with a server that does what the test says, and a clock that stands still."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.publish.mail.post import (
    FIVE,
    KEY,
    NOW,
    FixedClock,
    Office,
    first,
    frozen,
    ledger,
    recipients,
    sent,
    states,
    terms,
)

from pressroom.errors import PublishingFailed
from pressroom.model.outlets import Quiet
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.reckoning import Standing
from pressroom.publish.mail.sending import Sending, deliver
from pressroom.publish.mail.sessions import Unreachable

__all__ = ["ledger"]


def test_nothing_begins_in_quiet_hours(ledger: Ledger) -> None:
    office, send = Office(), frozen(ledger, FIVE)
    quiet = Quiet(begins=time(20), ends=time(7))
    late = FixedClock(datetime(2026, 11, 20, 22, 30, tzinfo=UTC))
    outcome = sent(ledger, send, office, FIVE, clock=late, quiet=quiet)
    assert office.offers == []
    assert outcome.resumes == datetime(2026, 11, 21, 7, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert outcome.told()[-1] == "5 are still to be sent; publish again, from 2026-11-21 07:00 CET on."
    assert {state for state, _ in states(ledger, send).values()} == {CopyState.QUEUED}
    assert sent(ledger, send, office, FIVE, quiet=quiet).is_settled


def test_quiet_hours_that_begin_while_sending_let_what_is_begun_end(ledger: Ledger) -> None:
    clock = FixedClock(datetime(2026, 11, 20, 18, 59, tzinfo=UTC))
    office, send = Office(), frozen(ledger, FIVE)

    def evening(_copy: object) -> None:
        clock.time = datetime(2026, 11, 20, 19, 1, tzinfo=UTC)

    office.on_finish = evening
    outcome = sent(ledger, send, office, FIVE, clock=clock, quiet=Quiet(begins=time(20), ends=time(7)), connections=1)
    assert 1 <= len(office.delivered) <= 2
    assert outcome.count(CopyState.QUEUED) == 5 - len(office.delivered)


def test_the_rate_is_kept(ledger: Ledger) -> None:
    office, send, clock = Office(), frozen(ledger, FIVE), FixedClock()
    assert sent(ledger, send, office, FIVE, clock=clock, rate=60).is_settled
    assert sum(clock.pauses) == pytest.approx(4.0)


def test_no_more_sessions_than_connections(ledger: Ledger) -> None:
    office, many = Office(), recipients(40)
    sent(ledger, frozen(ledger, many), office, many, connections=3)
    assert 1 <= office.sessions <= 3


def test_a_server_that_is_closed_is_asked_again_later(ledger: Ledger) -> None:
    office, send, clock = Office(_closed(2)), frozen(ledger, FIVE), FixedClock()
    outcome = sent(ledger, send, office, FIVE, clock=clock, patience=timedelta(minutes=30), connections=1)
    assert outcome.is_settled
    assert sum(clock.pauses) == pytest.approx(60 + 300)


def test_or_by_the_next_run(ledger: Ledger) -> None:
    office, send = Office(_closed(1_000)), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert isinstance(outcome.fault, Unreachable)
    assert outcome.resumes == NOW + timedelta(minutes=1)
    assert outcome.count(CopyState.QUEUED) == 5
    assert sent(ledger, send, Office(), FIVE).is_settled


def test_a_server_that_lets_fewer_in_than_there_may_be_gets_fewer(ledger: Ledger) -> None:
    def script(address: str, before: int) -> str:
        return "closed" if not address and before >= 2 else "ok"

    many, office = recipients(60), Office(script)
    assert sent(ledger, frozen(ledger, many), office, many, connections=6).is_settled
    assert len(office.delivered) == 60


def _closed(times: int) -> Any:
    return lambda address, before: "closed" if not address and before < times else "ok"


def test_a_server_that_refuses_everybody_is_not_asked_to_the_end(ledger: Ledger) -> None:
    many = recipients(200)
    office, send = Office(lambda _address, _before: "550"), frozen(ledger, many)
    outcome = sent(ledger, send, office, many)
    assert outcome.fault
    assert outcome.fault.message == "The mail server refused 20 copies one after the other, the last with 550."
    assert len(office.offers) < 30
    assert outcome.count(CopyState.FAILED) < 10
    assert sent(ledger, send, Office(), many).count(CopyState.SENT) > 190


def test_nor_does_it_cost_anybody_their_copy_run_after_run(ledger: Ledger) -> None:
    many = recipients(50)
    send, office = frozen(ledger, many), Office(lambda _address, _before: "550")
    for _ in range(6):
        outcome = sent(ledger, send, office, many)
        assert outcome.fault
        assert outcome.count(CopyState.FAILED) == 0
    late = FixedClock(NOW + timedelta(days=6))
    assert sent(ledger, send, office, many, clock=late).count(CopyState.FAILED) > 0


def test_but_who_is_refused_once_more_is_refused_for_good(ledger: Ledger) -> None:
    many = recipients(60)
    bad = {one.address for one in many.people[:30]}
    office, send = Office(lambda address, _before: "550" if address in bad else "ok"), frozen(ledger, many)
    runs = [sent(ledger, send, office, many) for _ in range(4)]
    assert runs[-1].is_settled
    assert (runs[-1].count(CopyState.SENT), runs[-1].count(CopyState.FAILED)) == (30, 30)


def test_a_server_that_says_nothing_is_not_given_everybody(ledger: Ledger) -> None:
    many = recipients(100)
    office, send = Office(lambda _address, _before: "taken"), frozen(ledger, many)
    outcome = sent(ledger, send, office, many)
    assert outcome.fault
    assert "said nothing to the end of any" in outcome.fault.message
    assert len(office.delivered) < 10
    assert outcome.count(CopyState.UNCERTAIN) == len(office.delivered)


def test_a_server_that_breaks_every_connection_is_left_alone(ledger: Ledger) -> None:
    many = recipients(100)
    office, send = Office(lambda _address, _before: "dropped"), frozen(ledger, many)
    outcome = sent(ledger, send, office, many)
    assert outcome.fault
    assert "broke the connection 30 times" in outcome.fault.message
    assert outcome.count(CopyState.SENT, CopyState.FAILED, CopyState.UNCERTAIN) == 0


def test_a_copy_is_given_up_after_five_days(ledger: Ledger) -> None:
    office, send = Office(first("450")), frozen(ledger, FIVE)
    runs = [sent(ledger, send, office, FIVE, clock=FixedClock(NOW + timedelta(days=day))) for day in range(9)]
    assert [one.is_settled for one in runs] == [False] * 7 + [True, True]
    assert runs[-1].count(CopyState.FAILED) == 1


class _Watcher:
    def __init__(self) -> None:
        self.seen: list[Standing] = []

    def tell(self, standing: Standing) -> None:
        self.seen.append(standing)


def test_progress_is_told(ledger: Ledger) -> None:
    watcher = _Watcher()
    sending = Sending(send=frozen(ledger, FIVE), lists=(FIVE,), key=KEY, route=Office(), terms=terms(rate=60))
    deliver(ledger, sending, FixedClock(), watcher)
    assert [one.done for one in watcher.seen] == sorted(one.done for one in watcher.seen)
    assert watcher.seen[-1].done == watcher.seen[-1].total == 5


def test_a_fault_of_ours_is_no_fault_of_the_server(ledger: Ledger) -> None:
    office, send = Office(), frozen(ledger, FIVE)

    def broken(_copy: object) -> None:
        raise RuntimeError("a mistake")

    office.on_finish = broken
    with pytest.raises(RuntimeError, match="a mistake"):
        sent(ledger, send, office, FIVE)


def test_what_the_server_will_take_from_nobody_stops_the_run(ledger: Ledger) -> None:
    office, send = Office(), frozen(ledger, FIVE)

    def full(_copy: object) -> None:
        raise PublishingFailed("The disk is full.", "Make room.")

    office.on_finish = full
    outcome = sent(ledger, send, office, FIVE)
    assert outcome.fault
    assert outcome.fault.message == "The disk is full."
    assert outcome.count(CopyState.QUEUED) == 5


def test_a_repeat_that_is_refused_by_everybody_leaves_them_uncertain(ledger: Ledger) -> None:
    many = recipients(30)
    send = frozen(ledger, many)
    with ledger.begin() as connection:
        mailings.mark(connection, send.id, states(ledger, send), CopyState.FINALIZING, NOW)
    outcome = sent(ledger, send, Office(lambda _address, _before: "550"), many, policy="retry")
    assert outcome.audiences == {"all": {CopyState.UNCERTAIN: 30}}


class _Impatient(_Watcher):
    def tell(self, standing: Standing) -> None:
        super().tell(standing)
        if len(self.seen) == 3:
            raise KeyboardInterrupt


def test_whoever_stops_it_in_the_middle_lets_what_is_in_flight_land(ledger: Ledger) -> None:
    many, office = recipients(60), Office()
    send = frozen(ledger, many)
    sending = Sending(send=send, lists=(many,), key=KEY, route=office, terms=terms(connections=4))
    with pytest.raises(KeyboardInterrupt):
        deliver(ledger, sending, FixedClock(), _Impatient())
    found = Counter(state for state, _ in states(ledger, send).values())
    assert found.keys() == {CopyState.SENT, CopyState.QUEUED}
    assert found[CopyState.SENT] == len(office.delivered)


def test_whoever_stops_it_by_hand_loses_nothing(ledger: Ledger) -> None:
    class Stopped(FixedClock):
        def pause(self, seconds: float) -> None:  # noqa: ARG002  it never comes to that
            raise KeyboardInterrupt

    office, send = Office(), frozen(ledger, FIVE)
    with pytest.raises(KeyboardInterrupt):
        sent(ledger, send, office, FIVE, clock=Stopped(), rate=60)
    assert {state for state, _ in states(ledger, send).values()} == {CopyState.SENT, CopyState.QUEUED}
    assert sent(ledger, send, office, FIVE).is_settled
    assert len(office.delivered) == 5
