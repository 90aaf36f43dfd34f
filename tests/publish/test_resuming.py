"""A publish that was interrupted goes on: at the same instant, with the same bytes, and then with what came due."""

from datetime import timedelta

import pytest
from tests.publish.newsroom import NOON, READERS, Press, killed_at
from tests.whole.running import tree

from pressroom.errors import PublishingFailed
from pressroom.publish import publishing
from pressroom.publish.ledger.items import Run, runs_of
from pressroom.publish.ledger.opening import read_ledger


def interrupted(press: Press, monkeypatch: pytest.MonkeyPatch, step: str = "tell_readers") -> None:
    """Publish, and be killed before a step."""
    killed_at(press, monkeypatch, publishing, step)


def runs(press: Press) -> tuple[Run, ...]:
    view = read_ledger("sqlite", press.root, {})
    assert view
    found = runs_of(view)
    view.close()
    return found


@pytest.mark.parametrize("in_git", [True, False])
def test_the_same_bytes_are_built_again_another_day(
    press: Press, monkeypatch: pytest.MonkeyPatch, in_git: bool
) -> None:
    press.issue(events=[{"title": "Open day", "start": "2026-11-21T10:00"}])
    if in_git:
        press.commit()
    interrupted(press, monkeypatch)
    before = tree(press.root / "site")
    press.clock.jump(days=2)
    assert press.publish().faults == ()
    assert tree(press.root / "site") == before
    [run] = runs(press)
    assert run.ended
    assert press.addressees() == list(READERS)


def test_what_came_due_meanwhile_goes_out_too(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T15:00")
    interrupted(press, monkeypatch, "place_site")
    press.clock.jump(hours=3)
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11", "2026-12"}
    assert len(press.letters()) == 6
    assert len(runs(press)) == 2


def test_what_was_named_goes_alone_also_when_more_has_come_due(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T15:00")
    interrupted(press, monkeypatch)
    press.clock.jump(hours=3)
    press.publish("2026-11")
    assert press.sealed() == {"2026-11"}
    press.publish()
    assert press.sealed() == {"2026-11", "2026-12"}


def test_another_commit_begins_anew_with_what_was_claimed(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.commit()
    interrupted(press, monkeypatch)
    press.issue(text="Hello again.")
    press.commit()
    press.publish()
    assert press.sealed() == {"2026-11"}
    assert "Hello again." in press.live("issues/2026-11/index.html")
    assert len(runs(press)) == 2


def test_a_clock_that_is_put_back_takes_nothing_off_the_site(press: Press) -> None:
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T13:30")
    press.publish()
    press.clock.jump(hours=1)
    press.publish()
    assert press.sealed() == {"2026-11", "2026-12"}
    press.clock.jump(hours=-1)
    press.issue(text="Hello again.")
    assert press.publish().faults == ()
    assert press.live("issues/2026-12/index.html")
    assert len(press.letters()) == 6


def test_a_clock_that_was_ahead_brings_nothing_early(press: Press) -> None:
    press.clock.jump(hours=20)
    press.publish()
    press.clock.jump(hours=-20)
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T22:00")
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11"}
    assert not press.live("issues/2026-12/index.html")
    assert len(press.letters()) == 3


def test_what_would_come_early_for_the_sake_of_what_went_out_is_refused(press: Press) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T22:00")
    press.clock.jump(hours=20)
    press.publish()
    press.clock.jump(hours=-20)
    press.issue("2026-11-extra", date="2026-11-19", publish_at="2026-11-20T21:00")
    with pytest.raises(PublishingFailed, match="2026-11-extra would go out before its time") as caught:
        press.publish()
    assert "2026-11-20 22:00 CET" in caught.value.hint
    assert len(press.letters()) == 6


def test_a_run_that_a_clock_ahead_began_is_not_gone_on_with_early(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T22:00")
    press.clock.jump(hours=20)
    killed_at(press, monkeypatch, publishing, "claim")
    press.clock.jump(hours=-20)
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11"}
    assert len(press.letters()) == 3


def test_a_clock_that_was_wrong_by_more_than_a_day_is_not_believed_for_ever(press: Press) -> None:
    press.clock.jump(days=400)
    press.publish()
    press.clock.jump(days=-400)
    press.issue(text="Hello again.")
    press.publish()
    assert min(run.instant for run in runs(press)) - NOON < timedelta(minutes=1)
