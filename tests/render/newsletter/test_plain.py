"""The text part, whole, beside a golden one: PRESSROOM_REWRITE=1 writes that anew; then read the difference."""

import os
from pathlib import Path

from tests.render.newsletter.rich_issue import issue, message, story

from pressroom.prose.wrapping import columns

GOLDEN = Path(__file__).with_name("golden.txt")


def test_the_text_part_is_the_golden_one() -> None:
    text = message().text
    if os.environ.get("PRESSROOM_REWRITE"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


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
