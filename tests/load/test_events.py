"""The events of an issue, and those that its translation has."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from tests.load.building import ISSUE, Press, place

from pressroom.model.event import Event

_ZONE = ZoneInfo("Europe/Amsterdam")
_DUTCH = "content/issues/2026-11/issue.nl.md"

_PARTY = """
events:
  - title: Party
    start: 2026-11-24T19:00
    end: 2026-11-24T21:00
    place: Quay 3
    link: fog.md
"""


def text(events: str, *lines: str) -> str:
    return "\n".join(["---", "title: November", *lines, events.strip(), "---", "Words.", ""])


def english(events: str) -> str:
    return text(events, "date: 2026-11-19")


def events(press: Press, written: str, translated: str | None = None) -> dict[str, tuple[Event, ...]]:
    """Return the events by the language of the issue that has them."""
    loaded = press.load({ISSUE: english(written), _DUTCH: None if translated is None else text(translated)})
    assert loaded.findings == ()
    return {issue.language: issue.events for issue in loaded.publication.issues}


def test_everything_that_an_event_says(newsletter: Press) -> None:
    [party] = events(newsletter, _PARTY)["en"]
    assert (party.title, party.place, party.language, party.slug) == ("Party", "Quay 3", "en", "party")
    assert party.start == datetime(2026, 11, 24, 19, tzinfo=_ZONE)
    assert party.end == datetime(2026, 11, 24, 21, tzinfo=_ZONE)
    assert (party.all_day, party.target, party.url) == (False, "fog.md", "")


def test_what_an_event_leaves_out(newsletter: Press) -> None:
    [party] = events(newsletter, "events:\n  - {title: Party, start: 2026-11-24T19:00}")["en"]
    assert (party.end, party.place, party.url, party.target) == (None, "", "", "")


def test_an_issue_without_events_has_none(newsletter: Press) -> None:
    assert events(newsletter, "") == {"en": ()}


def test_without_a_time_an_event_lasts_whole_days(newsletter: Press) -> None:
    [vote] = events(newsletter, "events:\n  - {title: Vote, start: 2026-11-24, end: 2026-11-26}")["en"]
    assert vote.all_day
    assert (vote.start, vote.end) == (datetime(2026, 11, 24, tzinfo=_ZONE), datetime(2026, 11, 26, tzinfo=_ZONE))


def test_midnight_that_was_written_is_a_moment(newsletter: Press) -> None:
    [vote] = events(newsletter, "events:\n  - {title: Vote, start: '2026-11-24T00:00'}")["en"]
    assert not vote.all_day


def test_an_offset_counts_and_the_publication_s_time_zone_is_what_is_kept(newsletter: Press) -> None:
    [call] = events(newsletter, "events:\n  - {title: Call, start: '2026-11-24T23:30Z'}")["en"]
    assert call.start.isoformat() == "2026-11-25T00:30:00+01:00"


@pytest.mark.parametrize("link", ["https://x.example/party", "mailto:party@x.example"])
def test_a_link_may_be_an_address(newsletter: Press, link: str) -> None:
    [party] = events(newsletter, f"events:\n  - {{title: Party, start: 2026-11-24, link: '{link}'}}")["en"]
    assert (party.url, party.target) == (link, "")


def test_each_event_has_a_file_name_of_its_own(newsletter: Press) -> None:
    titles = ["Drill", "drill!", "Über Kåre", "…", "A very long title " * 9]
    found = events(
        newsletter, "events:\n" + "".join(f"  - {{title: '{title}', start: 2026-11-24}}\n" for title in titles)
    )
    slugs = [each.slug for each in found["en"]]
    assert slugs[:4] == ["drill", "drill-2", "uber-kare", "untitled"]
    assert len(slugs[4]) <= 60


def test_a_name_that_a_number_would_give_may_be_taken_as_well(newsletter: Press) -> None:
    listed = "".join(f"  - {{title: {title}, start: 2026-11-24}}\n" for title in ("Drill 2", "Drill", "Drill"))
    assert [each.slug for each in events(newsletter, f"events:\n{listed}")["en"]] == ["drill-2", "drill", "drill-3"]


def test_a_translation_has_its_own_events(newsletter: Press) -> None:
    found = events(newsletter, _PARTY, "events:\n  - {title: Feest, start: 2026-11-24T19:00}")
    [party] = found["nl"]
    assert (party.title, party.language, party.slug) == ("Feest", "nl", "feest")
    assert [each.title for each in found["en"]] == ["Party"]


def test_a_translation_without_events_has_those_of_the_default_language_which_say_so(newsletter: Press) -> None:
    found = events(newsletter, _PARTY, "")
    assert found["nl"] == found["en"]
    assert found["nl"][0].language == "en"


def test_a_translation_may_say_that_there_are_none(newsletter: Press) -> None:
    assert events(newsletter, _PARTY, "events: []")["nl"] == ()


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2026-11-24T19:00", "2026-11-25", "“Party” begins at a time and ends on a day."),
        ("2026-11-24", "2026-11-24T21:00", "“Party” begins on a day and ends at a time."),
    ],
)
def test_a_day_at_one_end_and_a_time_at_the_other_is_an_error(
    newsletter: Press, start: str, end: str, says: str
) -> None:
    written = f"events:\n  - title: Vote\n    start: 2026-11-24\n  - title: Party\n    start: {start}\n    end: {end}"
    loaded = newsletter.load({ISSUE: english(written)})
    [finding] = loaded.findings
    assert (place(finding), finding.message) == (f"{ISSUE}:9 event-end", says)
    assert "both with a time, or both without" in finding.hint
    assert loaded.publication.issues[0].events[1].end is None


def test_a_faulty_event_is_left_out_and_the_others_stay_at_their_lines(newsletter: Press) -> None:
    written = (
        "events:\n  - title: Lost\n    start: 24/11/2026\n  - title: Party\n    start: 2026-11-24\n    end: 2026-11-25"
    )
    loaded = newsletter.load({ISSUE: english(written)})
    [issue] = loaded.publication.issues
    assert [place(finding) for finding in loaded.findings] == [f"{ISSUE}:6 date"]
    assert [each.title for each in issue.events] == ["Party"]
    assert issue.source.line("events.0.end") == 9


def test_all_that_is_wrong_with_events_is_told_at_its_place(newsletter: Press) -> None:
    written = """
events:
  - tittle: Party
    start: 2026-11-24
  - title:
    start: 2026-11-24
    plaec: Quay 3
  - {title: Vote, start: 2026-02-30}
  - Party
"""
    found = [
        (finding.line, finding.rule, finding.hint) for finding in newsletter.load({ISSUE: english(written)}).findings
    ]
    assert [(line, rule) for line, rule, _ in found] == [
        (5, "unknown-key"),
        (7, "empty-field"),
        (9, "unknown-key"),
        (10, "date"),
        (11, "wrong-shape"),
    ]
    assert found[0][2] == "Did you mean title?"
    assert found[2][2] == "Did you mean place?"
    assert "  - title: Open ship for families\n    start: 2026-11-24T19:00" in found[4][2]
