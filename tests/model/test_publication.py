from zoneinfo import ZoneInfo

import pytest
from tests.builders import issue, page, person, publication, show

from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication

BOTH = publication(issue(), issue(language="nl"), issue(id="2026-10"), languages=("en", "nl", "de"))


def test_dates_without_an_offset_are_in_its_time_zone() -> None:
    assert publication().zone() == ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(("language", "prefix"), [("en", ""), ("nl", "nl/"), ("pt-br", "pt-br/")])
def test_another_language_than_the_default_stands_under_its_code(language: str, prefix: str) -> None:
    assert publication().prefix(language) == prefix


def test_issues_are_found_by_their_language() -> None:
    assert [one.id for one in BOTH.issues_in("en")] == ["2026-11", "2026-10"]
    assert [one.id for one in BOTH.issues_in("nl")] == ["2026-11"]
    assert BOTH.issues_in("de") == ()


def test_a_language_is_in_use_when_readers_find_something_in_it() -> None:
    german = page().but(language="de")
    assert publication().languages_in_use() == ("en",)
    assert BOTH.languages_in_use() == ("en", "nl")
    assert BOTH.but(pages=(german,)).languages_in_use() == ("en", "nl", "de")


def test_people_are_found_by_their_ids_in_the_order_given_and_each_once() -> None:
    ada, bram = person("ada", "Ada"), person("bram", "Bram")
    crew = publication(people={"ada": ada, "bram": bram})
    assert crew.named(("bram", "nobody", "ada", "bram")) == (bram, ada)
    assert crew.named(()) == ()


@pytest.mark.parametrize(
    ("everything", "there"),
    [
        (publication(), False),
        (publication(show=show()), True),
        (publication(show=show(access="private")), False),
        (publication(show=show(access="private"), deploy=Deploy(access="wall")), True),
    ],
)
def test_the_site_holds_a_private_show_only_behind_a_sign_on(everything: Publication, there: bool) -> None:
    assert everything.show_in_site() == (everything.show if there else None)
