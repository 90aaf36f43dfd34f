"""A correction goes out once more, as it is now: always by an act of its own, and to its end."""

import pytest
from tests.publish.mail.speaker import speaking
from tests.publish.newsroom import READERS, Press, killed_at
from tests.whole.running import tree

from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.publish import publishing, telling


def test_it_goes_to_everybody_as_another_message(press: Press) -> None:
    press.publish()
    first = {letter["Message-ID"] for letter in press.letters()}
    press.issue(text="Hello, rightly.")
    report = press.publish(correct="2026-11")
    assert "2026-11 (correction 1): 3 of 3 copies were sent." in report.told
    assert len(press.letters()) == 6
    second = {letter["Message-ID"] for letter in press.letters()} - first
    assert len(second) == 3
    assert press.publish().faults == ()
    assert len(press.letters()) == 6
    press.issue(text="Hello, quite rightly.")
    press.publish(correct="2026-11")
    assert [sent.revision for sent in press.item().emails] == [0, 1, 2]


def test_it_goes_alone(press: Press) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-20")
    press.issue(text="Hello, rightly.")
    press.publish(correct="2026-11")
    assert press.sealed() == {"2026-11"}
    press.publish()
    assert press.sealed() == {"2026-11", "2026-12"}
    assert len(press.letters()) == 9


def test_only_what_was_sent_and_can_be_seen_can_be_corrected(press: Press) -> None:
    with pytest.raises(UsageWrong, match="was never sent"):
        press.publish(correct="2026-11")
    with pytest.raises(UsageWrong, match="was never sent"):
        press.rehearse(correct="2026-11")
    with pytest.raises(UsageWrong, match="no episode called 2026-21"):
        press.publish(correct="2026-21")
    press.publish()
    press.issue(draft=True)
    with pytest.raises(UsageWrong, match="2026-11 is a draft"):
        press.publish(correct="2026-11")


def test_what_is_still_being_sent_is_not_corrected(press: Press) -> None:
    with speaking(RCPT="450 4.2.1 Not now") as server:
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        press.publish()
        with pytest.raises(PublishingFailed, match="2026-11 is still being sent"):
            press.publish(correct="2026-11")


@pytest.mark.parametrize("step", ["place_site", "tell_readers"])
def test_one_that_was_interrupted_is_finished_by_the_next_publish(
    press: Press, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    press.publish()
    press.issue(text="Hello, rightly.")
    killed_at(press, monkeypatch, publishing, step, correct="2026-11")
    assert press.publish().faults == ()
    assert len(press.letters()) == 6
    assert press.publish().told == ("Nothing is due, and the site is as it should be.",)


def test_one_that_was_interrupted_in_its_sending_goes_on_with_the_same_messages(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.publish()
    press.issue(text="Hello, rightly.")
    killed_at(press, monkeypatch, telling, "deliver_send", correct="2026-11")
    assert [line.what for line in press.rehearse().plan.lines][1:] == ["correction of 2026-11"]
    press.publish(correct="2026-11")
    assert len(press.letters()) == 6
    assert {letter["To"] for letter in press.letters()} == set(READERS)


def test_one_that_was_ordered_waits_while_its_issue_cannot_be_seen(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.publish()
    press.issue(text="Hello, again.")
    killed_at(press, monkeypatch, publishing, "place_site", correct="2026-11")
    press.issue(draft=True)
    press.publish()
    assert len(press.letters()) == 3
    press.issue(text="Hello, rightly.")
    press.publish()
    assert len(press.letters()) == 6


def test_one_that_was_ordered_and_taken_back_is_told_and_forgotten(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.publish()
    press.issue(text="Hello, wrongly.")
    killed_at(press, monkeypatch, publishing, "place_site", correct="2026-11")
    press.issue()
    [fault] = press.publish().faults
    assert "has not changed since it was last sent" in fault.message
    press.issue(text="Hello, wrongly.")
    press.publish()
    assert len(press.letters()) == 3


def test_one_that_changes_nothing_is_refused_and_forgotten(press: Press) -> None:
    press.publish()
    for _ in range(2):
        before = tree(press.root / ".pressroom/live")
        with pytest.raises(PublishingFailed, match="2026-11 has not changed since it was last sent") as told:
            press.publish(correct="2026-11")
        assert "ledger resolve 2026-11 arrived" in told.value.hint
        assert tree(press.root / ".pressroom/live") == before
    assert press.publish().faults == ()
    press.issue(text="Hello, rightly.")
    press.publish()
    assert len(press.letters()) == 3
    press.publish(correct="2026-11")
    assert [sent.revision for sent in press.item().emails] == [0, 1]
    assert len(press.letters()) == 6
