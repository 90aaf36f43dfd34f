"""Readers see a past release again, while the next publish brings the newest."""

import pytest
from tests.publish.newsroom import Press

from pressroom.errors import PublishingFailed
from pressroom.publish.going_back import go_back, releases


def test_a_past_release_is_what_readers_see_until_something_new_is_published(press: Press) -> None:
    assert releases(press.office) == ()
    press.publish()
    press.issue(text="Hello, wrongly.")
    press.publish()
    newest, oldest = releases(press.office)
    assert (newest.live, oldest.live) == (True, False)
    assert go_back(press.office, oldest.id) == oldest.id
    assert "wrongly" not in press.live("issues/2026-11/index.html")
    assert [note.live for note in releases(press.office)] == [False, True]
    press.publish()
    assert "wrongly" not in press.live("issues/2026-11/index.html")
    press.issue(text="Hello, rightly.")
    press.publish()
    assert "rightly" in press.live("issues/2026-11/index.html")


def test_that_it_is_on_purpose_is_told_until_the_newest_is_back(press: Press) -> None:
    press.publish()
    press.issue(text="Hello, wrongly.")
    press.publish()
    newest, oldest = releases(press.office)
    go_back(press.office, oldest.id)
    for told in (press.publish().told, press.rehearse().excuses, press.status().notes):
        assert f"an older site on purpose: release {oldest.id}, since 2026-11-20" in told[0]
        assert f"pressroom rollback {newest.id}" in told[0]
    go_back(press.office, newest.id)
    assert press.status().notes == ()
    assert press.publish().told == ("Nothing is due, and the site is as it should be.",)
    go_back(press.office, oldest.id)
    press.clock.jump(days=1)
    press.publish()
    assert press.status().notes == ()
    assert "wrongly" in press.live("issues/2026-11/index.html")


def test_what_was_never_published_cannot_be_gone_back_to(press: Press) -> None:
    press.publish()
    with pytest.raises(PublishingFailed, match="000009"):
        go_back(press.office, "000009")
