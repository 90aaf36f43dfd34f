import pytest
from tests.builders import event

from pressroom.render.events import date_and_time, soonest_first, when
from pressroom.render.languages import locale_of


@pytest.mark.parametrize(
    ("start", "end", "beside_its_day", "by_itself"),
    [
        ("2026-11-24T19:00", "", "Tuesday, 19:00", "Tuesday 24 November, 19:00"),
        ("2026-11-24T19:00", "2026-11-24T21:00", "Tuesday, 19:00–21:00", "Tuesday 24 November, 19:00–21:00"),
        ("2026-11-24T22:00", "2026-11-25T03:00", "Tuesday, 22:00–03:00", "Tuesday 24 November, 22:00–03:00"),
        (
            "2026-11-24T19:00",
            "2026-11-26T12:00",
            "Tuesday, 19:00 – Thursday 26 November, 12:00",
            "Tuesday 24 November, 19:00 – Thursday 26 November, 12:00",
        ),
        ("2026-11-24", "", "Tuesday", "Tuesday 24 November"),
        ("2026-11-24", "2026-11-24", "Tuesday", "Tuesday 24 November"),
        ("2026-11-24", "2026-12-02", "24 Nov\N{THIN SPACE}–\N{THIN SPACE}2 Dec", "24 November – 2 December"),
    ],
)
def test_an_event_says_when_it_is_beside_its_day_and_by_itself(
    start: str, end: str, beside_its_day: str, by_itself: str
) -> None:
    party = event("Party", start, end)
    assert when(party, locale_of("en")) == beside_its_day
    assert date_and_time(party, locale_of("en")) == by_itself


def test_dates_are_those_of_the_language() -> None:
    assert date_and_time(event("Feest", "2026-11-24T19:00"), locale_of("nl")) == "dinsdag 24 november, 19:00"


def test_events_stand_in_the_order_in_which_they_begin_and_the_shorter_first() -> None:
    late, long = event("Late", "2026-11-25T09:00"), event("Long", "2026-11-24T09:00", "2026-11-24T12:00")
    short = event("Short", "2026-11-24T09:00", "2026-11-24T10:00")
    assert [each.title for each in soonest_first((late, long, short))] == ["Short", "Long", "Late"]
