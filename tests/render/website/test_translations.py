"""The same site in another language: only what exists, and marked where it is not translated."""

from tests.builders import issue, publication, story
from tests.render.website.rich_site import BASE_URL, render, rich

PAGES = render(rich())
ISSUE = PAGES["issues/2026-11/"].meta
STORY = PAGES["issues/2026-11/quay/"].meta


def test_alternates_are_listed_only_where_a_translation_exists() -> None:
    assert [(each["language"], each["href"]) for each in ISSUE["alternates"]] == [
        ("en", f"{BASE_URL}issues/2026-11/"),
        ("nl", f"{BASE_URL}nl/issues/2026-11/"),
    ]
    assert PAGES["issues/2026-11/kiosk/"].meta["alternates"] == []
    assert PAGES["podcast/captain/"].meta["alternates"] == []
    assert [each["language"] for each in PAGES["about/"].meta["alternates"]] == ["en", "nl"]
    assert [each["language"] for each in PAGES["sections/people/"].meta["alternates"]] == ["en", "nl"]
    assert PAGES["sections/crews/"].meta["alternates"] == []


def test_the_language_switch_leads_to_the_same_page_or_else_to_the_front_page() -> None:
    switch = {link["title"]: (link["href"], link["current"]) for link in STORY["languages"]}
    assert switch == {"English": ("./", True), "Nederlands": ("../../../nl/issues/2026-11/quay/", False)}
    kiosk = {link["title"]: link["href"] for link in PAGES["issues/2026-11/kiosk/"].meta["languages"]}
    assert kiosk["Nederlands"] == "../../../nl/"


def test_one_language_needs_no_switch() -> None:
    assert render(publication(issue()))[""].meta["languages"] == []


def test_another_language_speaks_it() -> None:
    dutch = PAGES["nl/issues/2026-11/"].meta
    assert (dutch["language"], dutch["words"]["contents"]) == ("nl", "In dit nummer")
    assert dutch["date"] == {"text": "19 november 2026", "iso": "2026-11-19T00:30:00+01:00"}
    assert dutch["home"] == "../../"


def test_a_story_without_translation_is_listed_marked_and_leads_to_its_own_page() -> None:
    cards = {card["title"]: card for group in PAGES["nl/issues/2026-11/"].meta["groups"] for card in group["cards"]}
    assert (cards["Rota"]["href"], cards["Rota"]["language"]) == ("../../../issues/2026-11/rota/", "en")
    assert (cards["De kade"]["href"], cards["De kade"]["language"]) == ("quay/", "")
    assert "nl/issues/2026-11/rota/" not in PAGES


def test_a_person_without_a_page_in_a_language_is_met_in_the_default_one() -> None:
    made = rich()
    dutch = made.issues[1].but(stories=(story("kade", language="nl", authors=("bram",)),))
    pages = render(made.but(issues=(made.issues[0], dutch)))
    assert pages["nl/issues/2026-11/kade/"].meta["authors"][0]["href"] == "../../../people/bram/"
    assert "nl/people/ada/" not in pages


def test_a_language_that_nothing_was_written_in_has_no_pages() -> None:
    assert not [address for address in render(publication(issue())) if address.startswith("nl/")]
