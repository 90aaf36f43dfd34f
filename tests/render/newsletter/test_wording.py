from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pressroom.model.theme import Theme
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.wording import Wording, direction, wording

THEME = Theme(
    files={},
    phrases={"en": {"by": "By {names}", "stop": "Stop"}, "nl": {"by": "Door {names}"}, "nl-be": {"stop": "Stop!"}},
)
LATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)


def speaking(language: str) -> Wording:
    return wording(THEME, language, ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["By Ada", "Stop"]),
        ("nl", ["Door Ada", "Stop"]),
        ("nl-be", ["Door Ada", "Stop!"]),
        ("fr", ["By Ada", "Stop"]),
    ],
)
def test_phrases_fall_back_to_the_language_without_its_region_and_to_english(language: str, said: list[str]) -> None:
    words = speaking(language)
    assert [words.say("by", names="Ada"), words.say("stop")] == said


def test_what_fills_a_blank_is_not_looked_at_again() -> None:
    assert speaking("en").say("by", names="{names} {0} %s") == "By {names} {0} %s"


def test_a_missing_phrase_is_told() -> None:
    with pytest.raises(ThemeFaulty, match="The phrase “why” is missing") as caught:
        speaking("en").say("why")
    assert caught.value.finding.path == "themes/newsletter/phrases/en.yml"


def test_an_unknown_blank_is_told_with_the_known_ones() -> None:
    with pytest.raises(ThemeFaulty, match=r"unknown blank \{names\}") as caught:
        speaking("en").say("by", person="Ada")
    assert caught.value.hint == "Its blanks are: {person}."
    with pytest.raises(ThemeFaulty) as caught:
        speaking("en").say("by")
    assert caught.value.hint == "Its blanks are: none."


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "19 November 2026"),
        ("en-us", "November 19, 2026"),
        ("nl", "19 november 2026"),
    ],
)
def test_dates_are_those_of_the_language_and_the_publication_s_time_zone(language: str, date: str) -> None:
    assert speaking(language).date(LATE) == date


def test_names_stand_in_a_row() -> None:
    assert speaking("en").names(("Ada", "Bram", "Chiara")) == "Ada, Bram and Chiara"
    assert speaking("nl").names(("Ada", "Bram")) == "Ada en Bram"


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(0.2, "1 second"), (59.4, "59 seconds"), (59.6, "1 minute"), (89, "1 minute"), (734, "12 minutes")],
)
def test_lengths_are_whole(seconds: float, length: str) -> None:
    assert speaking("en").length(seconds) == length


@pytest.mark.parametrize(("language", "name"), [("nl", "Dutch"), ("en-gb", "English"), ("xx", "xx"), ("x!", "x!")])
def test_languages_have_names(language: str, name: str) -> None:
    assert speaking("en").name_of(language) == name


def test_languages_have_a_direction() -> None:
    assert (direction("nl"), direction("ar"), direction("xx")) == ("ltr", "rtl", "ltr")
