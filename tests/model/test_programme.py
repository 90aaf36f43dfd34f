"""Each event once, whichever issues tell of it; the newest issue's words hold."""

from datetime import UTC, datetime

from tests.builders import NOW, event, issue

from pressroom.model.event import Event
from pressroom.model.issue import Issue
from pressroom.model.programme import Occasion, programme


def october(*events: Event) -> Issue:
    return issue(id="2026-10", date=datetime(2026, 10, 15, tzinfo=UTC), events=events)


def november(*events: Event) -> Issue:
    return issue(id="2026-11", date=datetime(2026, 11, 19, tzinfo=UTC), events=events)


def occasions(*issues: Issue) -> tuple[Occasion, ...]:
    return programme(issues).occasions


def told(*issues: Issue) -> list[tuple[str, str, int]]:
    """Return of each event when it is, where it was first told of, and how often."""
    return [
        (f"{each.newest.event.start:%m-%d %H:%M}", each.first.issue.id, len(each.mentions))
        for each in occasions(*issues)
    ]


def test_events_stand_in_the_order_in_which_they_happen() -> None:
    late, early, day = event("Late", "2026-12-02T19:00"), event("Early", "2026-11-24T09:00"), event("Day", "2026-11-24")
    assert [each.newest.event.title for each in occasions(november(late, early, day))] == ["Day", "Early", "Late"]


def test_what_two_issues_tell_of_is_one_event_with_the_newest_words() -> None:
    first = event("Party", "2026-11-28T19:00", place="Averby")
    again = event("PARTY ", "2026-11-28T19:00", place="Kettle")
    [occasion] = occasions(november(again), october(first))
    assert occasion.newest.event.place == "Kettle"
    assert occasion.first.address("nl/") == "nl/issues/2026-10/party.ics"


def test_an_event_that_was_moved_by_less_than_two_weeks_is_the_same() -> None:
    assert told(october(event("Count", "2026-11-24T10:00")), november(event("Count", "2026-12-07T10:00"))) == [
        ("12-07 10:00", "2026-10", 2)
    ]


def test_what_is_two_weeks_away_is_the_next_of_its_kind() -> None:
    assert told(october(event("Choir", "2026-11-24T19:30")), november(event("Choir", "2026-12-08T19:30"))) == [
        ("11-24 19:30", "2026-10", 1),
        ("12-08 19:30", "2026-11", 1),
    ]


def test_what_is_over_when_an_issue_comes_out_is_not_what_that_tells_of() -> None:
    assert told(october(event("Choir", "2026-11-18T19:30")), november(event("Choir", "2026-11-25T19:30"))) == [
        ("11-18 19:30", "2026-10", 1),
        ("11-25 19:30", "2026-11", 1),
    ]


def test_an_issue_that_appears_later_than_its_date_is_judged_by_that() -> None:
    held = november(event("Choir", "2026-11-27T19:30")).but(publish_at=datetime(2026, 11, 26, tzinfo=UTC))
    assert len(occasions(october(event("Choir", "2026-11-25T19:30")), held)) == 2


def test_several_of_one_title_are_told_apart_by_their_moments_and_only_then_by_their_order() -> None:
    series = [event("Drill", f"2026-12-{day:02}T13:00", slug=f"drill-{day}") for day in (7, 8, 10)]
    moved = event("Drill", "2026-12-11T13:00", slug="drill-11")
    assert told(october(*series), november(moved, series[2], series[1])) == [
        ("12-08 13:00", "2026-10", 2),
        ("12-10 13:00", "2026-10", 2),
        ("12-11 13:00", "2026-10", 2),
    ]


def test_what_comes_to_a_series_is_a_new_event() -> None:
    first, second = event("Drill", "2026-12-07T13:00"), event("Drill", "2026-12-08T13:00")
    assert told(october(first), november(first, second)) == [
        ("12-07 13:00", "2026-10", 2),
        ("12-08 13:00", "2026-11", 1),
    ]


def test_two_in_one_issue_are_never_one() -> None:
    assert len(occasions(november(event("Drill"), event("Drill", slug="drill-2")))) == 2


def test_what_is_coming_is_what_is_not_over() -> None:
    over, running = event("Over", "2026-11-21"), event("Running", "2026-11-20", "2026-11-24")
    coming = programme([november(over, running, event("Later", "2026-12-24"))]).coming(NOW)
    assert [each.newest.event.title for each in coming] == ["Running", "Later"]
