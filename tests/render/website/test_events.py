"""Events on the front page and on an issue's page."""

from typing import Any

import pytest
from tests.builders import event, issue, prose, publication, story
from tests.render.website.rich_site import render

from pressroom.model.event import Event
from pressroom.model.issue import Issue
from pressroom.model.outlets import Deploy


def home(*issues: Issue, address: str = "", **fields: Any) -> dict[str, Any]:
    meta: dict[str, Any] = dict(render(publication(*issues, **fields))[address].meta)
    return meta


def card(told: Event) -> dict[str, Any]:
    """Return the card of one event on the page of its issue."""
    [found] = render(publication(issue(events=(told,))))["issues/2026-11/"].meta["events"]
    return dict(found)


def titles(cards: list[dict[str, Any]]) -> list[str]:
    return [each["title"] for each in cards]


# Which


def test_the_front_page_has_what_is_not_over_soonest_first() -> None:
    over, today = event("Over", "2026-11-19"), event("Today", "2026-11-20T08:00")
    running, later = event("Running", "2026-11-16", "2026-11-28"), event("Later", "2026-12-24")
    assert titles(home(issue(events=(later, over, today, running)))["events"]) == ["Running", "Today", "Later"]


def test_the_front_page_has_six_of_all_issues_each_once() -> None:
    eight = [event(f"Day {day}", f"2026-11-2{day}") for day in range(1, 9)]
    cards = home(issue(events=tuple(eight[4:])), issue(id="2026-10", events=tuple(eight[:6])))["events"]
    assert titles(cards) == [f"Day {day}" for day in range(1, 7)]
    assert [each["file"] for each in cards[3:5]] == ["issues/2026-10/day-4.ics", "issues/2026-11/day-5.ics"]


def test_the_front_page_tells_what_the_newest_issue_says() -> None:
    newer, older = event(place="Kettle"), event(start="2026-11-23T19:00", place="Averby")
    [found] = home(issue(events=(newer,)), issue(id="2026-10", events=(older,)))["events"]
    assert (found["place"], found["day"]) == ("Kettle", "24")


def test_an_issue_s_page_keeps_its_own_soonest_first_over_or_not() -> None:
    made = render(publication(issue(events=(event("Late"), event("Over", "2026-11-01"))), issue(id="2026-10")))
    assert titles(made["issues/2026-11/"].meta["events"]) == ["Over", "Late"]
    assert made["issues/2026-10/"].meta["events"] == []
    assert made["issues/2026-11/"].meta["events"][0]["file"] == "over.ics"


def test_where_there_are_no_events_there_is_no_calendar_to_follow() -> None:
    meta = home(issue())
    assert (meta["events"], meta["calendar"]) == ([], None)


def test_past_events_leave_the_calendar_to_be_followed() -> None:
    meta = home(issue(events=(event(start="2026-11-01"),)))
    assert meta["events"] == []
    assert meta["calendar"] == {"href": "calendar.ics", "subscribe": "webcal://gangway.example/calendar.ics"}


def test_a_calendar_below_a_path_and_in_another_language_is_followed_there() -> None:
    told = (event(),)
    both = (issue(events=told), issue(language="nl", events=told))
    meta = home(*both, address="nl/", base_url="https://pages.example.com/news/")
    assert meta["calendar"] == {"href": "calendar.ics", "subscribe": "webcal://pages.example.com/news/nl/calendar.ics"}


def test_behind_a_sign_on_no_program_can_subscribe() -> None:
    assert home(issue(events=(event(),)), deploy=Deploy(access="wall"))["calendar"] == {
        "href": "calendar.ics",
        "subscribe": "",
    }


def test_a_preview_marks_what_a_draft_tells_of() -> None:
    draft = publication(issue(draft=True, events=(event(),)))
    [found] = render(draft, drafts=True)[""].meta["events"]
    assert found["draft"] == "Draft: not published yet"
    assert render(draft)[""].meta["events"] == []


# What each says


@pytest.mark.parametrize(
    ("told", "when", "iso"),
    [
        (event(), "Tuesday, 19:00", "2026-11-24T19:00+01:00"),
        (event(end="2026-11-24T21:00"), "Tuesday, 19:00–21:00", "2026-11-24T19:00+01:00"),
        (event(end="2026-11-25T01:30"), "Tuesday, 19:00–01:30", "2026-11-24T19:00+01:00"),
        (event(start="2026-11-24T08:00", end="2026-11-24T23:00"), "Tuesday, 08:00–23:00", "2026-11-24T08:00+01:00"),
        (event(end="2026-11-26T12:00"), "Tuesday, 19:00 – Thursday 26 November, 12:00", "2026-11-24T19:00+01:00"),
        (event(start="2026-11-24"), "Tuesday", "2026-11-24"),
        (event(start="2026-11-24", end="2026-11-24"), "Tuesday", "2026-11-24"),
        (event(start="2026-11-24", end="2026-11-28"), "24–28 Nov", "2026-11-24"),
    ],
)
def test_when_it_is_beside_its_day(told: Event, when: str, iso: str) -> None:
    found = card(told)
    assert (found["day"], found["month"]) == ("24", "Nov")
    assert (found["when"], found["iso"]) == (when, iso)


def test_dates_speak_the_page_s_language() -> None:
    [found] = home(issue(), issue(language="nl", events=(event(language="nl"),)), address="nl/")["events"]
    assert (found["month"], found["when"], found["language"]) == ("nov", "dinsdag, 19:00", "")


@pytest.mark.parametrize(
    ("fields", "href"),
    [
        ({"target": "fog.md#bells"}, "fog/#bells"),
        ({"target": "../2026-12/issue.md"}, ""),
        ({"url": "https://x.example/party"}, "https://x.example/party"),
        ({}, ""),
    ],
    ids=["a story", "a draft", "an address", "nothing"],
)
def test_a_link_leads_to_more_where_there_is_more(fields: dict[str, str], href: str) -> None:
    fog = story("fog", prose=prose(headings=("## Bells",)))
    whole = publication(issue(fog, events=(event(**fields),)), issue(id="2026-12", draft=True))
    [found] = render(whole)["issues/2026-11/"].meta["events"]
    assert (found["href"], found["target_language"]) == (href, "")


def test_a_borrowed_event_says_its_language_and_that_of_what_it_leads_to() -> None:
    told = (event(target="fog.md"),)
    [found] = home(issue(story("fog"), events=told), issue(language="nl", events=told), address="nl/")["events"]
    assert (found["language"], found["target_language"]) == ("en", "en")
    assert (found["href"], found["file"]) == ("../issues/2026-11/fog/", "issues/2026-11/party.ics")
