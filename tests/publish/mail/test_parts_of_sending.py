"""The small parts: pace, quiet hours, streaks, the reckoning of what remains, and the words of it."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.render.newsletter.rich_issue import publication

from pressroom.errors import PublishingFailed
from pressroom.model.outlets import Delivery, Quiet
from pressroom.model.publication import Mail
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Answer, Ending, Reply
from pressroom.publish.mail.clock import SystemClock
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mail.pacing import Pace, backoff, quiet_until
from pressroom.publish.mail.reckoning import Reckoner, Standing, Unwatched
from pressroom.publish.mail.streaks import Streaks
from pressroom.publish.mail.terms import terms_of

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NIGHT = Quiet(begins=time(20), ends=time(7))


def test_without_a_rate_nothing_waits() -> None:
    pace = Pace(None)
    pace.took(5.0)
    assert (pace.wait(5.0), pace.least(1_000)) == (0.0, 0.0)


def test_a_rate_spreads_messages_evenly() -> None:
    pace = Pace(120)
    assert pace.wait(10.0) == 0
    pace.took(10.0)
    assert pace.wait(10.0) == pytest.approx(0.5)
    pace.took(10.5)
    assert pace.wait(10.6) == pytest.approx(0.4)
    assert pace.wait(99.0) == 0
    assert pace.least(240) == 120.0


def test_a_pause_is_not_made_up_for() -> None:
    pace = Pace(60)
    pace.took(0.0)
    pace.took(100.0)
    assert pace.wait(100.0) == pytest.approx(1.0)


def test_backoff_grows_to_an_hour() -> None:
    assert [backoff(attempts) for attempts in (0, 1, 2, 3, 4, 5, 99)] == [60, 60, 300, 900, 1800, 3600, 3600]


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (datetime(2026, 11, 20, 12, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 20, 19, 0, tzinfo=UTC), datetime(2026, 11, 21, 7, 0, tzinfo=AMSTERDAM)),
        (datetime(2026, 11, 20, 5, 59, tzinfo=UTC), datetime(2026, 11, 20, 7, 0, tzinfo=AMSTERDAM)),
        (datetime(2026, 11, 20, 6, 0, tzinfo=UTC), None),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 0, tzinfo=AMSTERDAM)),
    ],
)
def test_quiet_hours_are_those_of_the_publication_s_time_zone(moment: datetime, until: datetime | None) -> None:
    assert quiet_until(NIGHT, AMSTERDAM, moment) == until
    assert quiet_until(None, AMSTERDAM, moment) is None


def test_a_streak_ends_with_anything_else() -> None:
    streaks = Streaks()
    for at in range(30):
        streaks.note(bytes([at]), Answer(Ending.REFUSED if at % 5 else Ending.ACCEPTED, "said"))
        assert not streaks.too_long()
    streaks.note(b"x", Answer(Ending.ACCEPTED, "said"))
    for at in range(20):
        streaks.note(bytes([at]), Answer(Ending.REFUSED, "554 5.7.1"))
    assert streaks.too_long()
    assert len(streaks.refused()) == 20
    message, hint = streaks.told()
    assert message == "The mail server refused 20 copies one after the other, the last with 554 5.7.1."
    assert hint


def test_copies_that_are_accepted_or_put_off_are_no_streak() -> None:
    streaks = Streaks()
    for at in range(99):
        streaks.note(bytes([at]), Answer(Ending.DEFERRED, "said"))
    assert not streaks.too_long()
    assert streaks.refused() == ()


def test_nothing_is_said_of_what_remains_before_it_is_known() -> None:
    reckoner = Reckoner(1_000, Pace(None))
    assert reckoner.standing(0.0, 0, 1_000) == Standing(done=0, total=1_000)
    assert reckoner.standing(1.9, 500, 500).rate is None
    assert reckoner.standing(10.0, 10, 990).remaining is None
    assert reckoner.standing(10.0, 0, 1_000).rate is None


def test_then_it_is_reckoned_from_the_last_half_minute() -> None:
    reckoner = Reckoner(10_000, Pace(None))
    for second in range(100):
        standing = reckoner.standing(float(second), min(second, 60) * 10 + max(second - 60, 0) * 100, 1_000)
    assert standing.rate == pytest.approx(100)
    assert standing.remaining == timedelta(seconds=10)


def test_a_rate_that_is_set_is_reckoned_with() -> None:
    reckoner = Reckoner(10_000, Pace(60))
    reckoner.standing(0.0, 0, 600)
    assert reckoner.standing(10.0, 100, 600).remaining == timedelta(minutes=10)


def test_somebody_may_look_or_not() -> None:
    Unwatched().tell(Standing(done=1, total=2))


def test_what_a_reply_means_is_told_in_our_words() -> None:
    assert Reply(550, b"5.1.1 <ada@example.com>: no").told() == "550 5.1.1: there is no such mailbox"
    assert Reply(450, b"4.2.0 ada").told() == "450 4.2.0: the mailbox is not to be had now"
    assert Reply(299, b"what").told() == "299"
    assert Reply(554, b"Go\naway\x07 \xff").quoted() == "554 Go away �"


def outcome(**states: int) -> Outcome:
    return Outcome(audiences={"all": {CopyState[name.upper()]: number for name, number in states.items()}})


def test_an_outcome_is_settled_only_when_nothing_is_left() -> None:
    assert outcome(sent=3, failed=1).is_settled
    assert not outcome(sent=3, uncertain=1).is_settled
    assert outcome(finalizing=1).is_uncertain
    assert outcome(sent=3, queued=1).told() == ("3 of 4 copies were sent.", "1 is still to be sent; publish again.")
    assert outcome(sent=1, failed=2).told()[1] == "2 can never be delivered; the server refused them for good."


def test_terms_are_those_of_publication_yml() -> None:
    delivery = Delivery(policy="retry", rate=60, connections=3, quiet=NIGHT)
    terms = terms_of(publication(mail=Mail(delivery=delivery), timezone="Europe/Amsterdam"), timedelta(hours=1))
    assert (terms.zone, terms.policy, terms.rate, terms.connections, terms.quiet) == (AMSTERDAM, "retry", 60, 3, NIGHT)
    assert terms.patience == timedelta(hours=1)


def test_the_machine_s_clock_goes_on() -> None:
    clock = SystemClock()
    before, seconds = clock.now(), clock.seconds()
    clock.pause(0.001)
    assert clock.now() > before
    assert clock.seconds() > seconds
    assert PublishingFailed("x").exit_code == 4
