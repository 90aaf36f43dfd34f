"""What the site says of its own accord, in each language."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.render.website.rich_site import theme

from pressroom.model.theme import Theme
from pressroom.render.website.wording import Wording, clock, own_name, same_language

LATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)


def wording(language: str, spoken: Theme | None = None) -> Wording:
    return Wording(spoken or theme(), language, ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "19 November 2026"),
        ("en-us", "November 19, 2026"),
        ("nl-be", "19 november 2026"),
    ],
)
def test_dates_are_those_of_the_language_and_of_the_publications_time_zone(language: str, date: str) -> None:
    moment = wording(language).date(LATE)
    assert (moment.text, moment.iso) == (date, "2026-11-19T00:30:00+01:00")


@pytest.mark.parametrize(("language", "phrase"), [("nl-be", "Alle nummers"), ("fr", "All issues")])
def test_a_language_borrows_from_its_parent_and_then_from_english(language: str, phrase: str) -> None:
    assert wording(language).say("archive") == phrase


def test_a_phrase_that_the_theme_lacks_says_its_name() -> None:
    assert wording("en", Theme(files={}, phrases={})).say("archive") == "archive"


def test_counting_follows_the_languages_plural_forms() -> None:
    polish = {
        "stories_one": "{number} historia",
        "stories_few": "{number} historie",
        "stories_other": "{number} historii",
    }
    speak = wording("pl", Theme(files={}, phrases={"pl": polish}))
    assert [speak.count("stories", number) for number in (1, 2, 5)] == ["1 historia", "2 historie", "5 historii"]


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(42, "42 secs"), (102.4, "1 min 42 secs"), (120, "2 mins"), (2_900, "48 mins"), (3_900, "1 hr 5 mins")],
)
def test_lengths(seconds: float, length: str) -> None:
    assert wording("en").length(seconds) == length


@pytest.mark.parametrize(("octets", "size"), [(12, "0.1 MB"), (812_345, "0.8 MB"), (48_000_000, "48 MB")])
def test_sizes(octets: int, size: str) -> None:
    assert wording("en").size(octets) == size


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (65.9, "1:05"), (3_725, "1:02:05")])
def test_places_in_a_sound(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("tag", "name"), [("nl", "Nederlands"), ("en-us", "English"), ("tlh", "tlh"), ("fr", "Français")]
)
def test_languages_are_called_what_they_call_themselves(tag: str, name: str) -> None:
    assert own_name(tag) == name


def test_names_in_a_row() -> None:
    assert wording("nl").enumerate(["Ada", "Bram", "Chiara"]) == "Ada, Bram en Chiara"


def test_regions_do_not_make_another_language() -> None:
    assert same_language("en-GB", "en")
    assert not same_language("en", "nl")


@pytest.mark.parametrize("language", sorted(theme().phrases.keys() - {"en"}))
def test_a_translation_has_every_phrase(language: str) -> None:
    assert theme().phrases[language].keys() == theme().phrases["en"].keys()
