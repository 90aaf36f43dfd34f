"""The text part, whole, beside a golden one: PRESSROOM_REWRITE=1 writes that anew; then read the difference."""

import os
from pathlib import Path

import pytest
from tests import builders
from tests.render.newsletter.rich_issue import chosen, issue, message, story

from pressroom.model.issue import Issue
from pressroom.prose.wrapping import columns

GOLDEN = Path(__file__).with_name("golden.txt")
CHOSEN = Path(__file__).with_name("golden-chosen.txt")


@pytest.mark.parametrize(("golden", "of"), [(GOLDEN, issue()), (CHOSEN, chosen())], ids=["plain", "chosen"])
def test_the_text_part_is_the_golden_one(golden: Path, of: Issue) -> None:
    text = message(of).text
    if os.environ.get("PRESSROOM_REWRITE"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_no_line_is_longer_than_76_columns_but_an_address() -> None:
    long = "a long title that goes on and on" + " and on" * 20
    text = message(issue(title=long, preheader=long * 2, stories=(story("x", title=long, section="people"),))).text
    assert all(columns(line) <= 76 for line in text.splitlines() if "https://" not in line)
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert "\n\n\n\n" not in text


def test_wide_characters_are_underlined_as_wide_as_they_are() -> None:
    assert "\n箱の話\n======\n" in message(issue(title="箱の話")).text


def test_stories_for_which_there_is_no_room_are_listed() -> None:
    stories = tuple(story(f"number-{n}", title=f"Number {n}", summary="words " * 400) for n in range(200))
    text = message(issue(stories=stories)).text
    assert "== Also in this issue ===" in text
    assert "\nNumber 56\nhttps://news.example.com/bench/issues/2026-11/number-56/\n" in text
    assert "Number 57\n" not in text
    assert "\nAll stories of this issue: https://news.example.com/bench/issues/2026-11/\n" in text


def test_events_for_which_there_is_no_room_are_in_the_browser() -> None:
    many = tuple(builders.event(f"Event {n}", "2026-11-24") for n in range(31))
    text = message(issue(events=many)).text
    assert "\n  Event 29\n" in text
    assert "Event 30" not in text
    assert "\nAll dates of this issue: https://news.example.com/bench/issues/2026-11/\n" in text


def test_a_long_event_is_wrapped_below_its_day() -> None:
    text = message(issue(events=(builders.event("A day " * 20, "2026-11-24", place="Where " * 20),))).text
    lines = text.partition("\nTuesday 24 November\n")[2].partition("\n\n")[0].splitlines()
    assert len(lines) == 4
    assert all(line.startswith("  ") and columns(line) <= 76 for line in lines)
