"""Words, minutes and bytes."""

import pytest
from tests import builders

from pressroom.model.issue import Readers
from pressroom.model.message import LARGEST
from pressroom.preview.proof.figures import lengths, minutes, weights


def test_an_issue_is_counted_in_each_language_letter_first() -> None:
    story = builders.story(prose=builders.prose(words=500), audience=Readers.FRONTLINE)
    english = builders.issue(story, prose=builders.prose(words=100))
    dutch = builders.issue(language="nl", prose=builders.prose(words=90))
    one, other = lengths((english, dutch))
    assert (one.name, one.words, one.minutes) == ("English", 600, 3)
    assert [(text.title, text.words, text.minutes, text.readers) for text in one.texts] == [
        ("The editor’s letter", 100, 1, ""),
        ("Fog", 500, 3, "at the front line"),
    ]
    assert (other.name, other.texts[0].title) == ("Nederlands", "The whole issue")


def test_no_words_take_no_time() -> None:
    assert (minutes(0), minutes(1), minutes(220), minutes(221)) == (0, 1, 1, 2)


@pytest.mark.parametrize(
    ("size", "share", "verdict"),
    [
        (1, 1, "fine"),
        (79_999, 80, "fine"),
        (80_000, 80, "near the limit"),
        (LARGEST, 100, "near the limit"),
        (LARGEST + 1, 101, "too heavy: Gmail cuts it off"),
    ],
)
def test_a_message_is_weighed_against_what_gmail_shows(size: int, share: int, verdict: str) -> None:
    [weight] = weights([builders.message("x" * size)])
    assert (weight.edition, weight.bytes, weight.limit, weight.share) == ("en", size, 100_000, share)
    assert weight.verdict == verdict
