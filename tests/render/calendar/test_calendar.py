"""Events as calendars take them: read back by icalendar, by another library, and by the letter of RFC 5545."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import icalendar
import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as Reading
from tests.builders import NOW, event, issue, prose, publication, story

from pressroom.model.event import Event
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.render import calendar

CALENDAR = "site/calendar.ics"
PARTY = "site/issues/2026-11/party.ics"
CORRECTED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def written(everything: Publication) -> dict[str, bytes]:
    artifacts = calendar.render(release(everything, NOW, drafts=False))
    found = {file.path: file.data for file in artifacts}
    assert len(found) == len(artifacts), "no two files have one path"
    return found


def told(*events: Event, **fields: Any) -> Publication:
    return publication(issue(story("fog"), events=events, **fields))


def first(data: bytes) -> icalendar.Event:
    """Return the first event of a file, as icalendar reads it."""
    [*events] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert isinstance(events[0], icalendar.Event)
    return events[0]


def second(data: bytes) -> Calendar:
    """Return a file as another library reads it, which refuses what RFC 5545 does not allow."""
    return IcsCalendarStream.calendar_from_ics(data.decode())


def reading(data: bytes) -> Reading:
    [found] = second(data).events
    return found


def lines(data: bytes) -> list[str]:
    """Return the content lines of a file, unfolded (RFC 5545, section 3.1)."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def uid(data: bytes) -> str:
    [line] = [line for line in lines(data) if line.startswith("UID:")]
    return line


# Files


def test_each_language_has_a_calendar_and_each_event_a_file_in_the_folder_of_its_issue() -> None:
    own = event("Feest", language="nl")
    both = publication(issue(events=(event(),)), issue(language="nl", events=(own,)))
    assert list(written(both)) == [CALENDAR, PARTY, "site/nl/calendar.ics", "site/nl/issues/2026-11/feest.ics"]
    assert "SUMMARY;LANGUAGE=nl:Feest" in lines(written(both)["site/nl/calendar.ics"])


def test_a_held_issue_s_events_are_left_out() -> None:
    later = issue(id="2026-12", publish_at=NOW + timedelta(days=9), events=(event("Secret"),))
    draft = issue(id="2026-10", draft=True, events=(event("Idea"),))
    found = written(publication(later, issue(events=(event(),)), draft))
    assert list(found) == [CALENDAR, PARTY]
    assert reading(found[CALENDAR]).summary == "Party"


def test_the_calendar_has_every_event_soonest_first_past_ones_too() -> None:
    found = written(told(event("Late", "2026-12-24"), event("Early", "2026-01-06")))[CALENDAR]
    assert [line for line in lines(found) if line.startswith("SUMMARY")] == [
        "SUMMARY;LANGUAGE=en:Early",
        "SUMMARY;LANGUAGE=en:Late",
    ]


# The calendar itself


def test_a_calendar_says_its_name_and_where_and_how_often_to_look_again() -> None:
    found = written(publication(issue(), issue(language="nl"), description="All\nof it."))["site/nl/calendar.ics"]
    assert {
        "NAME:The Gangway",
        "X-WR-CALNAME:The Gangway",
        "DESCRIPTION:All of it.",
        "X-WR-CALDESC:All of it.",
        "URL:https://gangway.example/nl/",
        "SOURCE;VALUE=URI:https://gangway.example/nl/calendar.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    } <= set(lines(found))


def test_a_publication_that_does_not_describe_itself_has_a_calendar_that_does_not() -> None:
    assert not [line for line in lines(written(told())[CALENDAR]) if "DESC" in line]


def test_a_calendar_changed_when_the_last_of_its_events_did() -> None:
    older = issue(id="2026-10", updated=CORRECTED, events=(event("Choir"),))
    found = written(publication(issue(events=(event(),)), older))[CALENDAR]
    assert lines(found)[4:].index("LAST-MODIFIED:20261123T093000Z") < lines(found).index("BEGIN:VEVENT")


def test_a_calendar_without_events_is_still_one_that_can_be_read() -> None:
    found = written(publication(issue()))
    assert list(found) == [CALENDAR]
    assert second(found[CALENDAR]).events == []
    assert icalendar.Calendar.from_ical(found[CALENDAR]).subcomponents, "RFC 5545, section 3.6, asks for one"


def test_nothing_asks_to_be_answered() -> None:
    assert not any(line.startswith("METHOD") for data in written(told(event())).values() for line in lines(data))


# An event


def test_an_event_says_what_when_and_where() -> None:
    found = written(told(event(end="2026-11-24T21:00", place="Quay 3; Averby, “north”")))[PARTY]
    for place in ((one := first(found)).get("location"), reading(found).location):
        assert place == "Quay 3; Averby, “north”"
    assert (one.start, one.end) == (reading(found).dtstart, reading(found).dtend)
    assert one.start == datetime(2026, 11, 24, 18, tzinfo=UTC)
    assert "DTSTART:20261124T180000Z" in lines(found), "in UTC, which needs no definition of a zone"
    assert "DTEND:20261124T200000Z" in lines(found)


def test_summer_time_counts() -> None:
    assert "DTSTART:20260619T153000Z" in lines(written(told(event(start="2026-06-19T17:30")))[PARTY])


def test_an_event_without_an_end_has_none() -> None:
    found = written(told(event()))[PARTY]
    assert not [line for line in lines(found) if line.startswith(("DTEND", "DURATION"))]
    assert reading(found).start == datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(("end", "after"), [("", date(2026, 11, 25)), ("2026-11-28", date(2026, 11, 29))])
def test_whole_days_end_on_the_day_after_the_last_and_keep_nobody_busy(end: str, after: date) -> None:
    found = written(told(event(start="2026-11-24", end=end)))[PARTY]
    assert "DTSTART;VALUE=DATE:20261124" in lines(found)
    assert (reading(found).dtstart, reading(found).dtend) == (date(2026, 11, 24), after)
    assert reading(found).transparency == "TRANSPARENT"
    assert reading(written(told(event()))[PARTY]).transparency == "OPAQUE"


def test_who_tells_of_it_and_when_says_the_issue_and_never_the_clock() -> None:
    found = written(told(event(), updated=CORRECTED))[PARTY]
    assert first(found).DTSTAMP == first(found).LAST_MODIFIED == CORRECTED
    assert "DTSTAMP:20261123T093000Z" in lines(found)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"target": "fog.md#bells"}, "https://gangway.example/issues/2026-11/fog/#bells"),
        ({"url": "https://x.example/?a=b,c"}, "https://x.example/?a=b,c"),
        ({"url": "mailto:a@x.example"}, "mailto:a@x.example"),
        ({}, "https://gangway.example/issues/2026-11/"),
        ({"target": "../2026-12/issue.md"}, "https://gangway.example/issues/2026-11/"),
    ],
    ids=["a story", "an address", "mail", "nothing", "a draft"],
)
def test_an_event_leads_to_more_about_it_which_also_stands_in_its_words(fields: dict[str, str], address: str) -> None:
    fog = story("fog", prose=prose(headings=("## Bells",)))
    whole = publication(issue(fog, events=(event(**fields),)), issue(id="2026-12", draft=True))
    found = written(whole)[PARTY]
    assert f"URL:{address}" in lines(found)
    assert reading(found).description == f"The Gangway: The issue of 2026-11\n{address}"


def test_borrowed_events_say_in_which_language_they_are_and_lead_to_the_translation() -> None:
    told = (event(target="fog.md"),)
    dutch = issue(story("fog", language="nl"), language="nl", events=told)
    found = written(publication(issue(story("fog"), events=told), dutch))["site/nl/issues/2026-11/party.ics"]
    assert "SUMMARY;LANGUAGE=en:Party" in lines(found)
    assert "URL:https://gangway.example/nl/issues/2026-11/fog/" in lines(found)


# Identity


def test_an_event_keeps_its_identity_wherever_and_whenever_it_takes_place() -> None:
    before = written(told(event(place="Kettle")))
    after = written(told(event("Choir"), event(start="2026-12-24", place="Averby", url="https://x.example"), number=3))
    assert uid(before[PARTY]) == uid(after[PARTY])
    assert UUID(uid(before[PARTY]).removeprefix("UID:")).version == 5


def test_events_languages_and_publications_do_not_share_identities() -> None:
    both = (event(), event("Choir"))
    english = written(publication(issue(events=both), issue(language="nl", events=both)))
    elsewhere = written(told(event()).but(base_url="https://other.example/"))
    uids = [uid(data) for path, data in english.items() if "issues" in path] + [uid(elsewhere[PARTY])]
    assert len(set(uids)) == 5


def test_an_event_of_two_issues_is_one_and_both_files_have_the_newest_words() -> None:
    october = issue(id="2026-10", events=(event(start="2026-11-23T19:00", place="Averby"),))
    found = written(publication(issue(events=(event(place="Kettle"),)), october))
    assert list(found) == [CALENDAR, "site/issues/2026-10/party.ics", PARTY]
    assert found["site/issues/2026-10/party.ics"] == found[PARTY]
    assert (reading(found[CALENDAR]).location, reading(found[PARTY]).location) == ("Kettle", "Kettle")
    assert uid(found[PARTY]) == uid(written(publication(october))["site/issues/2026-10/party.ics"])


# The letter


HOSTILE = "Ünïcode — “quotes”, commas; semi\\colons\r\nBEGIN:VALARM\0\x1b and 🎺🎷" * 4


@pytest.mark.parametrize("path", [CALENDAR, PARTY])
def test_lines_are_folded_at_75_octets_and_end_in_crlf(path: str) -> None:
    data = written(told(event(place=HOSTILE), title=HOSTILE))[path]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_no_text_can_begin_a_line_of_its_own_and_every_text_comes_back() -> None:
    found = written(told(event(title=HOSTILE, slug="party", place=HOSTILE)))[PARTY]
    plain = " ".join(HOSTILE.replace("\0", "").replace("\x1b", "").split())
    assert (str(first(found)["summary"]), first(found).location) == (plain, plain)
    assert (reading(found).summary, reading(found).location) == (plain, plain)
    assert "BEGIN:VALARM" not in lines(found)


def test_every_file_has_what_the_standard_asks_for_once() -> None:
    for data in written(told(event(), event("Vote", "2026-11-24"))).values():
        assert lines(data)[:4] == [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Pressroom//Pressroom//EN",
            "CALSCALE:GREGORIAN",
        ]
        for each in "\n".join(lines(data)).split("BEGIN:VEVENT\n")[1:]:
            names = [line.partition(":")[0].partition(";")[0] for line in each.partition("\nEND:VEVENT")[0].split("\n")]
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(names)
            assert len(names) == len(set(names))


def test_the_same_content_gives_the_same_bytes() -> None:
    def everything() -> Publication:
        return told(event(), event("Vote", "2026-11-24"), event("Choir", place="Kettle"))

    assert written(everything()) == written(everything())


def test_addresses_stand_below_the_base_url() -> None:
    below = told(event(target="fog.md")).but(base_url="https://pages.example/news/")
    assert urlsplit(str(first(written(below)[PARTY])["url"])).path == "/news/issues/2026-11/fog/"


def test_an_issue_in_one_file_has_events_as_well() -> None:
    single: Issue = issue(events=(event(),))
    assert single.is_single_file()
    assert PARTY in written(publication(single))
