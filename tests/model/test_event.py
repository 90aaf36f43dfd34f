from datetime import datetime

import pytest
from tests.builders import HERE, event

from pressroom.model.event import Event


@pytest.mark.parametrize(
    ("told", "over"),
    [
        (event(start="2026-11-24T19:00", end="2026-11-24T21:00"), datetime(2026, 11, 24, 21)),
        (event(start="2026-11-28T19:00", end="2026-11-29T01:30"), datetime(2026, 11, 29, 1, 30)),
        (event(start="2026-11-24T19:00"), datetime(2026, 11, 25)),
        (event(start="2026-11-24"), datetime(2026, 11, 25)),
        (event(start="2026-11-24", end="2026-11-26"), datetime(2026, 11, 27)),
        (event(start="2026-10-25"), datetime(2026, 10, 26)),
    ],
    ids=["with an end", "after midnight", "without an end", "a day", "three days", "the day of 25 hours"],
)
def test_an_event_is_over_at_its_end_or_at_the_end_of_its_last_day(told: Event, over: datetime) -> None:
    assert told.over() == over.replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("told", "forwards"),
    [
        (event(start="2026-11-24T19:00"), True),
        (event(start="2026-11-24T19:00", end="2026-11-24T19:01"), True),
        (event(start="2026-11-24T19:00", end="2026-11-24T19:00"), False),
        (event(start="2026-11-24T19:00", end="2026-11-24T18:00"), False),
        (event(start="2026-11-24", end="2026-11-24"), True),
        (event(start="2026-11-24", end="2026-11-23"), False),
    ],
)
def test_an_event_ends_after_it_begins_and_a_day_may_be_both(told: Event, forwards: bool) -> None:
    assert told.runs_forwards() is forwards
