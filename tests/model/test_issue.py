from datetime import timedelta

import pytest
from tests.builders import NOW, episode, issue, story

_SECOND = timedelta(seconds=1)


def test_an_issue_without_stories_is_one_text() -> None:
    assert issue().is_single_file()
    assert not issue(story()).is_single_file()


@pytest.mark.parametrize(
    ("fields", "held"),
    [
        ({}, False),
        ({"draft": True}, True),
        ({"publish_at": NOW + _SECOND}, True),
        ({"publish_at": NOW}, False),
        ({"publish_at": NOW - _SECOND}, False),
        ({"draft": True, "publish_at": NOW - _SECOND}, True),
    ],
)
def test_an_issue_is_held_while_it_is_a_draft_or_not_due(fields: dict[str, object], held: bool) -> None:
    assert issue(**fields).is_held(NOW) is held  # type: ignore[arg-type] # fields of many types


def test_an_issue_may_be_dated_in_the_future_and_published_now() -> None:
    assert not issue(date=NOW + timedelta(days=9)).is_held(NOW)


def test_an_issue_is_meant_to_be_read_from_its_date_or_later() -> None:
    later = NOW + timedelta(days=9)
    assert issue(date=NOW).appears() == NOW
    assert issue(date=NOW, publish_at=later).appears() == later


def test_an_episode_is_held_while_it_is_a_draft() -> None:
    assert episode(draft=True).is_held()
    assert not episode().is_held()
