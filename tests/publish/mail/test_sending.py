"""Sending, with a server that does what the test says, and a clock that stands still."""

from collections import Counter
from datetime import timedelta

import pytest
from tests.publish.mail.post import (
    FIRST,
    FIVE,
    KEY,
    NOW,
    FixedClock,
    Office,
    first,
    frozen,
    ledger,
    people,
    recipients,
    sent,
    state_of,
    states,
    terms,
)

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.recipients import Recipients
from pressroom.publish.mail.sending import Sending, deliver

__all__ = ["ledger"]


def test_everybody_gets_one_copy_and_a_repeat_sends_nothing(ledger: Ledger) -> None:
    office, send = Office(), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert Counter(office.addresses()) == Counter(one.address for one in FIVE.people)
    assert outcome.is_settled
    assert outcome.told() == ("5 of 5 copies were sent.",)
    assert sent(ledger, send, office, FIVE).is_settled
    assert len(office.delivered) == 5


def test_whoever_is_on_two_lists_gets_the_first_list_s_copy(ledger: Ledger) -> None:
    one, other = recipients(2, "desk"), recipients(3, "floor")
    office = Office()
    outcome = sent(ledger, frozen(ledger, one, other), office, one, other)
    assert len(office.delivered) == 3
    assert outcome.audiences == {"desk": {CopyState.SENT: 2}, "floor": {CopyState.SENT: 1}}


def test_each_copy_is_written_down_before_its_end_is_sent(ledger: Ledger) -> None:
    office, send = Office(), frozen(ledger, FIVE)
    seen: list[CopyState] = []
    office.on_finish = lambda copy: seen.append(state_of(ledger, send, copy.recipient.address))
    sent(ledger, send, office, FIVE)
    assert seen == [CopyState.FINALIZING] * 5


def test_4xx_is_put_off_and_the_run_says_until_when(ledger: Ledger) -> None:
    office, send = Office(first("450")), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert outcome.count(CopyState.SENT) == 4
    assert outcome.count(CopyState.RETRY_AT) == 1
    assert outcome.resumes == NOW + timedelta(minutes=1)
    assert outcome.told()[-1] == "1 is still to be sent; publish again, from 2026-11-20 09:01 UTC on."
    assert outcome.fault is None


@pytest.mark.parametrize("does", ["450", "450 late"])
def test_within_its_patience_a_run_offers_it_again_itself(ledger: Ledger, does: str) -> None:
    office, send, clock = Office(first(does, 3)), frozen(ledger, FIVE), FixedClock()
    outcome = sent(ledger, send, office, FIVE, clock=clock, patience=timedelta(hours=1))
    assert outcome.count(CopyState.SENT) == 5
    assert office.offers.count(FIRST) == 4
    assert sum(clock.pauses) == pytest.approx(60 + 300 + 900)
    assert {copy.message_id for copy in office.delivered} == {
        copy.message_id for copy in office.delivered if copy.recipient.address != FIRST
    } | {copy.message_id for copy in office.delivered if copy.recipient.address == FIRST}


def test_another_run_waits_for_what_an_earlier_one_put_off(ledger: Ledger) -> None:
    send = frozen(ledger, FIVE)
    sent(ledger, send, Office(first("450")), FIVE)
    office = Office()
    assert sent(ledger, send, office, FIVE).count(CopyState.RETRY_AT) == 1
    assert office.offers == []
    clock = FixedClock(NOW + timedelta(minutes=1))
    assert sent(ledger, send, office, FIVE, clock=clock).is_settled
    assert office.addresses() == [FIRST]


def test_a_clock_that_jumped_back_makes_nobody_wait_for_years(ledger: Ledger) -> None:
    send = frozen(ledger, FIVE)
    sent(ledger, send, Office(first("450")), FIVE, clock=FixedClock(NOW + timedelta(days=3_000)))
    assert sent(ledger, send, Office(), FIVE).is_settled


def test_a_clock_that_jumps_while_sending_neither_hangs_nor_sends_twice(ledger: Ledger) -> None:
    clock = FixedClock()

    def jump(_copy: object) -> None:
        clock.time += timedelta(days=-400 if len(office.offers) % 2 else 800)

    office, send = Office(first("450", 1)), frozen(ledger, FIVE)
    office.on_finish = jump
    outcome = sent(ledger, send, office, FIVE, clock=clock, patience=timedelta(minutes=5))
    assert outcome.is_settled
    assert len(office.delivered) == 5


@pytest.mark.parametrize("does", ["550", "550 late"])
def test_5xx_is_final(ledger: Ledger, does: str) -> None:
    office, send = Office(first(does)), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert outcome.is_settled
    assert outcome.count(CopyState.FAILED) == 1
    assert "1 can never be delivered; the server refused them for good." in outcome.told()
    sent(ledger, send, office, FIVE)
    assert office.offers.count(FIRST) == 1


@pytest.mark.parametrize("does", ["dropped", "gone"])
def test_a_connection_that_breaks_before_the_end_costs_nothing(ledger: Ledger, does: str) -> None:
    office, send = Office(first(does, 1)), frozen(ledger, FIVE)
    assert sent(ledger, send, office, FIVE).is_settled
    assert Counter(office.addresses()) == Counter(one.address for one in FIVE.people)


def test_a_copy_that_breaks_every_connection_is_put_off(ledger: Ledger) -> None:
    office, send = Office(first("dropped")), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert (outcome.count(CopyState.SENT), outcome.count(CopyState.RETRY_AT)) == (4, 1)


def test_silence_after_the_end_is_uncertain_and_held(ledger: Ledger) -> None:
    office, send = Office(first("taken")), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE)
    assert outcome.is_uncertain
    assert not outcome.is_settled
    assert "1 is uncertain: it went out, and no answer came." in outcome.told()
    sent(ledger, send, office, FIVE)
    assert office.offers.count(FIRST) == 1


def test_under_retry_it_goes_out_again_as_the_same_message(ledger: Ledger) -> None:
    office, send = Office(first("taken", 1)), frozen(ledger, FIVE)
    outcome = sent(ledger, send, office, FIVE, policy="retry", patience=timedelta(minutes=5))
    assert outcome.is_settled
    twice = [copy for copy in office.delivered if copy.recipient.address == FIRST]
    assert len(twice) == 2
    assert twice[0].message() == twice[1].message()


def test_what_may_have_arrived_stays_uncertain_whatever_becomes_of_its_repeats(ledger: Ledger) -> None:
    send = frozen(ledger, FIVE)
    sent(ledger, send, Office(first("taken")), FIVE)
    for does in ("450", "550", "dropped"):
        clock = FixedClock(NOW + timedelta(days=1))
        sent(ledger, send, Office(first(does)), FIVE, policy="retry", clock=clock)
        assert state_of(ledger, send, FIRST) is CopyState.UNCERTAIN
    later = FixedClock(NOW + timedelta(days=2))
    assert sent(ledger, send, Office(), FIVE, policy="retry", clock=later).is_settled


def test_a_copy_that_may_have_arrived_is_repeated_three_times(ledger: Ledger) -> None:
    office, send = Office(first("taken")), frozen(ledger, FIVE)
    for hour in range(0, 12, 2):
        outcome = sent(ledger, send, office, FIVE, policy="retry", clock=FixedClock(NOW + timedelta(hours=hour)))
    assert office.addresses().count(FIRST) == 4
    assert (outcome.held, state_of(ledger, send, FIRST)) == (1, CopyState.UNCERTAIN)
    assert "1 of these were repeated often enough, and are not sent again by themselves." in outcome.told()
    with ledger.read() as connection:
        assert mailings.sends_with(connection, [CopyState.UNCERTAIN]) == ()


def test_nor_is_it_repeated_after_five_days(ledger: Ledger) -> None:
    office, send = Office(first("taken")), frozen(ledger, FIVE)
    sent(ledger, send, office, FIVE, policy="retry")
    late = FixedClock(NOW + timedelta(days=5))
    assert sent(ledger, send, office, FIVE, policy="retry", clock=late).held == 1
    assert office.offers.count(FIRST) == 1


def test_what_is_silent_only_after_five_days_is_held_at_once(ledger: Ledger) -> None:
    office, send = Office(first("taken")), frozen(ledger, FIVE)
    late = FixedClock(NOW + timedelta(days=5))
    assert sent(ledger, send, office, FIVE, policy="retry", clock=late).held == 1


@pytest.mark.parametrize(
    ("left_behind", "policy", "expected"),
    [
        (CopyState.SENDING, "hold", CopyState.SENT),
        (CopyState.FINALIZING, "hold", CopyState.UNCERTAIN),
        (CopyState.FINALIZING, "retry", CopyState.SENT),
    ],
)
def test_what_a_killed_run_left_behind(
    ledger: Ledger, left_behind: CopyState, policy: str, expected: CopyState
) -> None:
    send = frozen(ledger, FIVE)
    with ledger.begin() as connection:
        mailings.mark(connection, send.id, [next(iter(states(ledger, send)))], left_behind, NOW)
    sent(ledger, send, Office(), FIVE, policy=policy)
    assert Counter(state for state, _ in states(ledger, send).values()) == Counter([expected, *[CopyState.SENT] * 4])


def test_where_a_repeat_is_the_same_nothing_is_ever_uncertain(ledger: Ledger) -> None:
    send = frozen(ledger, FIVE)
    with ledger.begin() as connection:
        mailings.mark(connection, send.id, states(ledger, send), CopyState.FINALIZING, NOW)
    assert sent(ledger, send, Office(repeatable=True), FIVE).is_settled


def test_who_has_left_gets_nothing_and_who_is_new_waits(ledger: Ledger) -> None:
    ten = recipients(10)
    now = Recipients(audience="all", people=(*ten.people[1:], *people(2, "new")))
    office = Office()
    outcome = sent(ledger, frozen(ledger, ten), office, now)
    assert FIRST not in office.addresses()
    assert len(office.addresses()) == 9
    assert (outcome.left, outcome.newcomers) == (1, 2)
    assert outcome.is_settled
    assert outcome.told() == (
        "9 of 10 copies were sent.",
        "1 reader left the list before that copy went out.",
        "2 came to the list since; they get the next issue.",
    )


def test_a_list_that_lost_a_fifth_since_stops_everything(ledger: Ledger) -> None:
    send, half = frozen(ledger, FIVE), Recipients(audience="all", people=FIVE.people[1:])
    office = Office()
    with pytest.raises(PublishingFailed, match=r"Of the 5 readers of the audience all .* 1 are no") as it:
        sent(ledger, send, office, half, confirmed=frozenset({"site"}))
    assert "add --confirm all." in it.value.hint
    assert office.offers == []
    assert sent(ledger, send, office, half, confirmed=frozenset({"all"})).left == 1


def test_a_distribution_list_with_another_address_is_not_silently_left(ledger: Ledger) -> None:
    many, before, now = recipients(99), _distribution("old"), _distribution("new")
    send, office = frozen(ledger, many, before), Office()
    for confirmed in ((), ("site",), ("all",)):
        with pytest.raises(PublishingFailed, match="The audience floor has another address now") as found:
            sent(ledger, send, office, many, now, confirmed=frozenset(confirmed))
        assert "add --confirm floor." in found.value.hint
    assert office.offers == []
    assert sent(ledger, send, office, many, now, confirmed=frozenset({"floor"})).left == 1
    assert sent(ledger, send, office, many, now).is_settled


def test_an_audience_that_is_gone_while_something_of_it_is_unsettled_stops_it(ledger: Ledger) -> None:
    many, floor = recipients(99), recipients(1, "floor", "floor")
    send = frozen(ledger, many, floor)
    with pytest.raises(PublishingFailed, match="the audience floor are still to be sent, and it is no") as found:
        sent(ledger, send, Office(), many)
    assert "Write floor in publication.yml again" in found.value.hint
    assert "pressroom publish --live --confirm floor" in found.value.hint
    assert sent(ledger, send, Office(), many, floor).is_settled
    assert sent(ledger, send, Office(), many).is_settled


def test_an_audience_that_somebody_said_is_gone_gets_nothing_more(ledger: Ledger) -> None:
    many, floor, office = recipients(99), recipients(1, "floor", "floor"), Office()
    send = frozen(ledger, many, floor)
    outcome = sent(ledger, send, office, many, confirmed=frozenset({"floor"}))
    assert (outcome.left, len(office.delivered)) == (1, 99)
    assert sent(ledger, send, office, many).is_settled


def _distribution(name: str) -> Recipients:
    return Recipients(audience="floor", people=people(1, name), is_distribution=True)


def test_another_key_recognises_nobody_and_stops(ledger: Ledger) -> None:
    send = frozen(ledger, FIVE)
    sending = Sending(send=send, lists=(FIVE,), key=KEY[::-1], route=Office(), terms=terms())
    with pytest.raises(PublishingFailed, match="another"):
        deliver(ledger, sending, FixedClock())
