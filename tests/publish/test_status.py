"""What has been published, as somebody needs it who looks into the mail server's log."""

from datetime import timedelta

import pytest
from tests.publish.mail.speaker import CLOSE, Speaker, speaking
from tests.publish.newsroom import NOON, READERS, Press, killed_at

from pressroom.publish import publishing
from pressroom.publish.ledger.leases import LEASE
from pressroom.publish.ledger.publisher import Publisher
from pressroom.publish.status import Readers

MACHINE = "0123456789abcdef"


def send_to(press: Press, server: Speaker) -> None:
    press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}", "connections": 1})
    press.publish()


def readers(press: Press) -> Readers:
    [found] = press.item().emails[0].readers
    return found


def test_what_is_uncertain_can_be_looked_up_in_the_servers_log(press: Press) -> None:
    with speaking(dot=CLOSE) as server:
        send_to(press, server)
        letters = [message.partition(b"Message-ID: <")[2].partition(b">")[0].decode() for message in server.messages]
    doubts = readers(press).doubts
    assert sorted(doubt.message_id for doubt in doubts) == sorted(letters)
    assert {doubt.reply for doubt in doubts} == {
        "the end of the message went out, and the server's answer did not come"
    }
    assert all(NOON < doubt.since < NOON + timedelta(minutes=1) for doubt in doubts)


def test_why_copies_were_refused_is_told_and_never_whose(press: Press) -> None:
    with speaking(RCPT="550 5.1.1 <ada@example.com> is unknown") as server:
        send_to(press, server)
    found = readers(press)
    assert [(one.reason, one.copies) for one in found.refusals] == [("550 5.1.1: there is no such mailbox", 3)]
    assert found.refused == 3
    assert not any(reader in press.status().to_json().decode() for reader in READERS)


def test_who_left_the_list_was_not_refused(press: Press) -> None:
    readers_before = [f"reader-{number}@example.com" for number in range(9)]
    press.readers(*readers_before)
    with speaking(RCPT="450 4.2.1 Not now") as server:
        send_to(press, server)
        press.readers(*readers_before[1:])
        press.publish()
    found = readers(press)
    assert (found.left, found.refused, found.refusals) == (1, 0, ())


def test_what_arrived_has_nothing_to_look_up(press: Press) -> None:
    press.publish()
    assert (readers(press).doubts, readers(press).refusals) == ((), ())


def publisher(machine: str, process: str) -> Publisher:
    return Publisher(owner="1", label="GitHub run 4711, attempt 1", machine=machine, process=process)


def interrupt(press: Press, monkeypatch: pytest.MonkeyPatch, who: Publisher) -> None:
    """Publish as somebody, and be killed in the midst of it."""
    monkeypatch.setattr(publishing, "this_publisher", lambda _: who)
    with monkeypatch.context() as patch:
        patch.setattr("pressroom.publish.ledger.holding._left", lambda *_: None)
        killed_at(press, patch, publishing, "place_site")


def test_a_publisher_that_is_dead_publishes_no_more(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.publish.ledger.publisher._machine", lambda: MACHINE)
    interrupt(press, monkeypatch, publisher(MACHINE, "4194305:1"))
    found = press.status()
    assert found.publisher == ""
    assert found.interrupted
    assert found.interrupted.publisher == "GitHub run 4711, attempt 1"
    assert NOON < found.interrupted.until < NOON + timedelta(minutes=1)
    press.publish()
    assert press.status().interrupted is None


def test_nobody_is_taken_for_dead_where_a_lock_would_tell(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt(press, monkeypatch, publisher("another machine", "1:1"))
    press.clock.jump(hours=1)
    assert press.status().publisher == "GitHub run 4711, attempt 1"


def test_with_git_whoever_is_not_heard_of_has_ended(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.configure(ledger="git")
    press.environment["PRESSROOM_LEDGER_KEY"] = "k" * 32
    press.commit()
    press.remote()
    interrupt(press, monkeypatch, publisher("another machine", "1:1"))
    assert press.status().publisher == "GitHub run 4711, attempt 1"
    press.clock.jump(seconds=LEASE.total_seconds() + 60)
    found = press.status()
    assert (found.publisher, found.interrupted is not None) == ("", True)
