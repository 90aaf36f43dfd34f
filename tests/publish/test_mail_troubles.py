"""What becomes of a publish when the mail does not go as it should: told, kept, and finished by a later run."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.publish.mail.speaker import CLOSE, Speaker, speaking
from tests.publish.newsroom import READERS, Press, failing_at, killed_at

from pressroom.errors import PublishingFailed, Uncertain, UsageWrong
from pressroom.publish import telling
from pressroom.publish.mail.hands import Hand
from pressroom.publish.report import Report
from pressroom.publish.resolving import Verdict
from pressroom.publish.status import Readers


@pytest.fixture
def server(press: Press) -> Iterator[Speaker]:
    """Have the publication use a mail server that does as it is told."""
    with speaking() as speaker:
        mail = {**press.settings["mail"], "server": f"smtp://127.0.0.1:{speaker.port}", "connections": 1}
        press.configure(mail=mail)
        yield speaker


def answer(server: Speaker, **answers: str) -> None:
    server.answers = {("." if verb == "dot" else verb): said for verb, said in answers.items()}


def ids(server: Speaker) -> list[bytes]:
    lines = (line for message in server.messages for line in message.splitlines())
    return [line for line in lines if line.startswith(b"Message-ID:")]


def readers(press: Press) -> Readers:
    [sent] = press.item().emails
    [found] = sent.readers
    return found


def told(report: Report) -> str:
    return " ".join((*report.told, *(f"{fault.message} {fault.hint}" for fault in report.faults)))


def test_in_quiet_hours_the_site_goes_and_the_mail_waits(press: Press) -> None:
    press.configure(mail={**press.settings["mail"], "quiet": "12:00-18:00"})
    report = press.publish()
    assert report.faults == ()
    assert report.pending
    assert "2026-11: 3 are still to be sent; publish again, from 2026-11-20 18:00 CET on." in report.told
    assert press.live("issues/2026-11/index.html")
    assert press.addressees() == []
    assert press.sealed() == set()
    press.clock.jump(hours=5)
    assert press.publish().told[-1] == "Issue 2026-11 has gone out."
    assert press.addressees() == list(READERS)


def test_what_a_server_puts_off_is_sent_by_the_next_run(press: Press, server: Speaker) -> None:
    answer(server, RCPT="450 4.2.1 Not now")
    report = press.publish()
    assert "the mail server put some copies off" in told(report)
    assert readers(press).waiting == 3
    assert press.sealed() == set()
    answer(server)
    press.clock.jump(hours=1)
    assert press.publish().faults == ()
    assert readers(press).sent == 3
    assert press.publish().told == ("Nothing is due, and the site is as it should be.",)


def test_a_server_that_is_not_there_is_told_and_nothing_is_lost(press: Press, server: Speaker) -> None:
    answer(server, CONNECT="421 Too busy")
    report = press.publish()
    assert "Too busy" in told(report)
    assert report.pending
    answer(server)
    assert press.publish().faults == ()
    assert readers(press).sent == 3


def test_a_server_that_wants_another_login_stops_it(press: Press, server: Speaker) -> None:
    answer(server, MAIL="530 Sign on first")
    assert "PRESSROOM_SMTP_USER" in told(press.publish())
    assert press.sealed() == set()


def test_a_server_that_refuses_everybody_is_told(press: Press, server: Speaker) -> None:
    answer(server, RCPT="550 5.1.1 Who?")
    report = press.publish()
    assert "nobody of the audience all got it" in told(report)
    assert "ledger resolve 2026-11 refused-again" in told(report)
    assert "Who?" not in told(report)
    assert readers(press).refused == 3
    answer(server)
    assert press.resolve("2026-11", Verdict.REFUSED_AGAIN) == 3
    assert press.publish().faults == ()
    assert readers(press).sent == 3


def test_one_reader_who_is_refused_is_no_fault(press: Press, server: Speaker) -> None:
    answer(server, RCPT="550 5.1.1 Who?")
    press.readers("ada@example.com")
    press.configure(audiences=[*press.settings["audiences"], {"id": "other", "language": "en", "recipients": "2.csv"}])
    press.readers("bob@example.com", name="2.csv")
    report = press.publish()
    assert "2 can never be delivered" in told(report)
    assert len(report.faults) == 2


def test_who_has_left_is_not_taken_for_refused(press: Press, server: Speaker) -> None:
    answer(server, RCPT="450 4.2.1 Not now")
    press.publish()
    press.readers("new@example.com")
    with pytest.raises(PublishingFailed, match="3 are no longer on the lists"):
        press.publish()
    report = press.publish(confirmed=("all",))
    assert report.faults == ()
    assert "2026-11: 3 readers left the list before their copy went out." in report.told
    assert "2026-11: 1 came to the list since; they get the next issue." in report.told
    assert (readers(press).left, readers(press).refused) == (3, 0)


@pytest.mark.parametrize("held", [{"draft": True}, {"publish_at": "2026-12-24T15:00"}])
def test_an_issue_that_is_withdrawn_is_not_sent_on(press: Press, server: Speaker, held: dict[str, Any]) -> None:
    answer(server, RCPT="450 4.2.1 Not now")
    press.publish()
    answer(server)
    press.issue(**held)
    press.clock.jump(hours=1)
    report = press.publish(confirmed=("site",))
    assert server.messages == []
    assert report.pending
    assert "2026-11: it was withdrawn before everybody had it" in told(report)
    press.issue()
    press.publish(confirmed=("site",))
    assert readers(press).sent == 3


@pytest.mark.parametrize(("verdict", "messages"), [(Verdict.ARRIVED, 0), (Verdict.AGAIN, 3)])
def test_what_is_uncertain_is_so_in_every_run_until_somebody_settles_it(
    press: Press, server: Speaker, verdict: Verdict, messages: int
) -> None:
    answer(server, dot=CLOSE)
    for _ in range(2):
        report = press.publish()
        assert [type(fault) for fault in report.faults] == [Uncertain]
        assert "nobody knows whether it arrived; it is not sent again by itself" in told(report)
    assert (readers(press).uncertain, press.sealed()) == (3, {"2026-11"})
    answer(server)
    first = ids(server)
    server.messages.clear()
    assert press.resolve("2026-11", verdict) == 3
    assert press.publish().faults == ()
    assert ids(server) == first[:messages]
    assert readers(press).sent == 3
    assert not press.status().is_uncertain


@pytest.mark.usefixtures("server")
def test_what_nobody_has_taken_up_yet_can_be_settled_too(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_at(press, monkeypatch, Hand, "finish")
    assert readers(press).uncertain == 1
    assert press.resolve("2026-11", Verdict.AGAIN) == 1
    assert press.publish().faults == ()
    assert readers(press).sent == 3


def test_by_retry_what_is_uncertain_goes_out_again_until_it_is_taken(press: Press, server: Speaker) -> None:
    press.configure(mail={**press.settings["mail"], "policy": "retry"})
    answer(server, dot=CLOSE)
    report = press.publish()
    assert "the next publish sends it again" in told(report)
    assert press.sealed() == set()
    answer(server)
    server.messages, first = [], ids(server)
    press.clock.jump(hours=2)
    assert press.publish().faults == ()
    assert set(ids(server)) == set(first)
    assert readers(press).sent == 3
    assert press.sealed() == {"2026-11"}


def test_what_the_ledger_does_not_know_cannot_be_settled(press: Press) -> None:
    press.publish()
    with pytest.raises(UsageWrong, match="The ledger knows no 2026-12"):
        press.resolve("2026-12", Verdict.ARRIVED)
    assert press.resolve("2026-11", Verdict.ARRIVED) == 0


def test_a_ledger_that_fails_while_it_is_written_what_went_out_is_told(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(press, monkeypatch, telling, "deliver_send")
    assert press.publish().faults == ()
    assert press.addressees() == list(READERS)


def test_a_copy_that_waits_does_not_hold_up_the_front_page(press: Press, server: Speaker) -> None:
    press.issue(events=[{"title": "Open day", "start": "2026-11-21T10:00"}])
    answer(server, RCPT="450 4.2.1 Not now")
    press.publish()
    before = press.live("index.html")
    press.clock.jump(days=4)
    report = press.publish()
    assert press.live("index.html") != before
    assert len(report.faults) == 1


def test_a_copy_that_waits_does_not_hold_up_what_comes_due(press: Press, server: Speaker) -> None:
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T15:00")
    answer(server, RCPT="450 4.2.1 Not now")
    press.publish()
    press.clock.jump(hours=3)
    answer(server, RCPT="452 4.2.2 Full")
    press.publish()
    assert press.live("issues/2026-12/index.html")
    assert {one.id for one in press.status().items} == {"2026-11", "2026-12"}
    answer(server)
    press.clock.jump(hours=3)
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11", "2026-12"}
    assert len(set(ids(server))) == 6


def test_a_send_that_nobody_wants_any_more_is_given_up(press: Press, server: Speaker) -> None:
    answer(server, RCPT="450 4.2.1 Not now")
    press.publish()
    press.issue(draft=True)
    assert "pressroom ledger resolve 2026-11 given-up" in told(press.publish())
    assert press.resolve("2026-11", Verdict.GIVEN_UP) == 3
    found = readers(press)
    assert (found.given_up, found.refused, found.waiting) == (3, 0, 0)
    assert press.item().how == "given up"
    answer(server)
    press.clock.jump(hours=2)
    assert press.publish().faults == ()
    press.issue()
    assert press.resolve("2026-11", Verdict.REFUSED_AGAIN) == 0
    press.publish()
    assert server.messages == []


def test_what_is_uncertain_stays_so_when_it_is_given_up_and_is_not_repeated(press: Press, server: Speaker) -> None:
    press.configure(mail={**press.settings["mail"], "policy": "retry"})
    answer(server, dot=CLOSE)
    press.publish()
    assert press.resolve("2026-11", Verdict.GIVEN_UP) == 0
    before = len(server.messages)
    answer(server)
    press.clock.jump(hours=2)
    press.publish()
    assert len(server.messages) == before
    assert readers(press).uncertain == 3


def test_a_correction_that_was_ordered_can_be_given_up(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.publish()
    press.issue(text="Hello, again.")
    killed_at(press, monkeypatch, telling, "freeze_issue", correct="2026-11")
    assert press.resolve("2026-11", Verdict.GIVEN_UP) == 1
    press.publish()
    assert len(press.letters()) == 3
