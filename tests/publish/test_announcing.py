"""The chat hears of each item once; what it refuses is tried again, what it may have heard is not."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.publish.newsroom import READERS, Press, chat, failing_at, killed_at

from pressroom.errors import Uncertain
from pressroom.publish import announcing
from pressroom.publish.resolving import Verdict

Channel = tuple[list[Any], list[str]]


@pytest.fixture
def channel(press: Press) -> Iterator[Channel]:
    """Give what a channel of the publication was told, and what it answers."""
    with chat() as (address, heard, answers):
        press.configure(announce=["chat"])
        press.environment["PRESSROOM_ANNOUNCE_CHAT"] = address
        yield heard, answers


def test_an_issue_is_told_once_with_its_episode(press: Press, channel: Channel) -> None:
    press.show()
    press.issue(episode="2026-11-talk")
    press.publish()
    press.publish()
    assert [one["title"] for one in channel[0]] == ["The Bench: The issue 2026-11"]
    assert press.sealed() == {"2026-11", "2026-11-talk"}


def test_an_episode_without_an_issue_is_told_by_itself(press: Press, channel: Channel) -> None:
    press.publish()
    press.show()
    press.publish()
    assert "2026-11-talk" in channel[0][-1]["message"]
    assert len(channel[0]) == 2


def test_what_was_refused_is_tried_again_and_the_mail_is_not(press: Press, channel: Channel) -> None:
    heard, answers = channel
    answers.append("500")
    report = press.publish()
    [fault] = report.faults
    assert "refused the notice: it answered 500" in fault.message
    assert not isinstance(fault, Uncertain)
    assert press.sealed() == set()
    assert press.publish().faults == ()
    assert press.addressees() == list(READERS)
    assert press.sealed() == {"2026-11"}
    assert len(heard) == 2


def test_only_the_channel_that_refused_is_told_again(press: Press, channel: Channel) -> None:
    with chat() as (address, other, answers):
        press.configure(announce=["chat", "other"])
        press.environment["PRESSROOM_ANNOUNCE_OTHER"] = address
        answers.append("404")
        press.publish()
        press.publish()
        assert (len(channel[0]), len(other)) == (1, 2)


@pytest.mark.parametrize(("verdict", "times"), [(Verdict.ARRIVED, 1), (Verdict.AGAIN, 3)])
def test_what_it_may_have_heard_is_told_again_only_when_somebody_says_so(
    press: Press, channel: Channel, verdict: Verdict, times: int
) -> None:
    heard, answers = channel
    answers.append("end")
    for _ in range(2):
        assert [type(fault) for fault in press.publish().faults] == [Uncertain]
    assert press.sealed() == {"2026-11"}
    assert press.item().doubtful == ("the notice to chat",)
    assert press.resolve("2026-11", Verdict.REFUSED_AGAIN) == 0
    assert press.resolve("2026-11", verdict) == 1
    answers.append("500")
    refused = press.publish().faults
    assert len(refused) == (verdict is Verdict.AGAIN)
    assert press.publish().faults == ()
    assert press.publish().faults == ()
    assert len(heard) == times
    assert press.addressees() == list(READERS)


def test_a_notice_in_the_middle_of_which_a_run_ended_is_uncertain(
    press: Press, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(press, monkeypatch, announcing, "announce")
    assert [type(fault) for fault in press.publish().faults] == [Uncertain]
    assert channel[0] == []
    assert press.item().doubtful == ("the notice to chat",)


def test_where_the_ledger_itself_fails_nothing_is_told(
    press: Press, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(press, monkeypatch, announcing, "step")
    assert press.publish().faults == ()
    assert len(channel[0]) == 1


def test_a_channel_that_is_dead_does_not_hold_up_what_comes_due(press: Press, channel: Channel) -> None:
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T15:00")
    channel[1].append("500")
    press.publish()
    press.clock.jump(hours=3)
    channel[1].extend(["500", "500", "500"])
    press.publish()
    assert len(press.letters()) == 6
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11", "2026-12"}
