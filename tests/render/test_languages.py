"""What every language has of its own, and what a theme says in it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pressroom.model.theme import Theme
from pressroom.render.languages import (
    day_of_month,
    days,
    fill,
    hour,
    in_a_row,
    locale_of,
    long_date,
    long_day,
    phrases,
    short_month,
    weekday,
    without_region,
)

LATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
THREE = ("Ada", "Bram", "Chiara")
THEME = Theme(
    files={},
    phrases={"en": {"by": "By {names}", "stop": "Stop"}, "nl": {"by": "Door {names}"}, "nl-be": {"stop": "Stop!"}},
)


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "19 November 2026"),
        ("en-us", "November 19, 2026"),
        ("nl", "19 november 2026"),
        ("nl-be", "19 november 2026"),
        ("nl-xx", "19 november 2026"),
        ("tlh", "19 November 2026"),
        ("xx", "19 November 2026"),
        ("x!", "19 November 2026"),
    ],
)
def test_a_date_is_written_as_the_language_or_its_parent_or_else_english_does(language: str, date: str) -> None:
    assert long_date(LATE, ZoneInfo("Europe/Amsterdam"), locale_of(language)) == date


def test_a_date_is_that_of_the_time_zone() -> None:
    assert long_date(LATE, ZoneInfo("UTC"), locale_of("en")) == "18 November 2026"


@pytest.mark.parametrize(
    ("language", "row"),
    [("en", "Ada, Bram and Chiara"), ("en-us", "Ada, Bram, and Chiara"), ("nl", "Ada, Bram en Chiara")],
)
def test_names_stand_in_a_row(language: str, row: str) -> None:
    assert in_a_row(THREE, locale_of(language)) == row


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("24", "Nov", "Tuesday", "24 November", "19:05")),
        ("en-us", ("24", "Nov", "Tuesday", "November 24", "7:05\u202fPM")),
        ("nl", ("24", "nov", "dinsdag", "24 november", "19:05")),
        ("de", ("24", "Nov", "Dienstag", "24. November", "19:05")),
    ],
)
def test_a_moment_is_told_in_parts_as_its_own_zone_has_it(language: str, said: tuple[str, ...]) -> None:
    locale, moment = locale_of(language), datetime(2026, 11, 24, 19, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    parts = (day_of_month, short_month, weekday, long_day, hour)
    assert tuple(part(moment, locale) for part in parts) == said


def test_a_stretch_of_days_names_each_month_once() -> None:
    first = datetime(2026, 11, 23, tzinfo=UTC)
    assert days(first, datetime(2026, 11, 28, tzinfo=UTC), locale_of("en")) == "23–28 Nov"
    assert days(first, datetime(2026, 12, 11, tzinfo=UTC), locale_of("nl")) == "23\u2009nov\u2009–\u200911 dec".replace(
        "23\u2009nov", "23 nov"
    )


def test_names_in_a_row_may_be_one_or_none() -> None:
    assert in_a_row(iter(["Ada"]), locale_of("nl")) == "Ada"
    assert in_a_row((), locale_of("nl")) == ""


@pytest.mark.parametrize(("tag", "language"), [("nl", "nl"), ("nl-be", "nl"), ("EN-GB", "en"), ("zh-hant-tw", "zh")])
def test_a_language_is_known_without_its_region(tag: str, language: str) -> None:
    assert without_region(tag) == language


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {"by": "By {names}", "stop": "Stop"}),
        ("nl", {"by": "Door {names}", "stop": "Stop"}),
        ("nl-be", {"by": "Door {names}", "stop": "Stop!"}),
        ("fr", {"by": "By {names}", "stop": "Stop"}),
    ],
)
def test_a_language_borrows_phrases_from_its_parent_and_then_from_english(language: str, said: dict[str, str]) -> None:
    assert phrases(THEME, language) == said


def test_blanks_are_filled_wherever_they_stand() -> None:
    assert fill("{number} of {number}: {title}", {"number": 2, "title": "Fog"}) == "2 of 2: Fog"


def test_what_fills_a_blank_is_not_looked_at_again() -> None:
    assert fill("{by}: {title}", {"by": "{title}", "title": "{by} {0} %s"}) == "{title}: {by} {0} %s"


def test_a_blank_that_nothing_fills_stays() -> None:
    assert fill("{number} { number } {}", {"title": "Fog"}) == "{number} { number } {}"
