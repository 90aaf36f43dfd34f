"""Copies into a Maildir, where a repeat is the same file."""

import mailbox
from pathlib import Path

import pytest
from tests.publish.mail.post import MESSAGE, NOW, Office, frozen, ledger_in, recipients, sent
from tests.publish.mail.test_smtp import a_copy

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.model.outlets import Delivery
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Ending
from pressroom.publish.mail.letters import template
from pressroom.publish.mail.maildir import MaildirRoute
from pressroom.publish.mail.recipients import Recipient
from pressroom.publish.mail.routes import route_of
from pressroom.publish.mail.smtp import SmtpRoute
from pressroom.publish.mail.smtp_opening import Patience
from pressroom.publish.mail.trial import recipient_of_trial, send_trial


def put(folder: Path, address: str = "ada@example.com") -> None:
    session = MaildirRoute(folder).connect()
    copy = template(MESSAGE, NOW).copy(Recipient(address), f"{address}.example.com")
    answer = session.offer(copy) or session.finish()
    assert answer.ending is Ending.ACCEPTED
    assert session.is_open()
    session.quit()
    session.close()


def test_a_copy_is_a_file_that_mail_programs_read(tmp_path: Path) -> None:
    put(tmp_path / "box")
    (letter,) = mailbox.Maildir(tmp_path / "box", create=False)
    assert letter["To"] == "ada@example.com"
    assert letter.get_payload() == "Hello.\n.\n..and bye.\n"
    assert (tmp_path / "box/new").stat().st_mode & 0o777 == 0o700


def test_brought_again_it_is_the_same_file(tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path)
    put(tmp_path, "bram@example.com")
    assert len(list((tmp_path / "new").iterdir())) == 2


def test_also_when_somebody_has_looked_at_it(tmp_path: Path) -> None:
    put(tmp_path)
    (path,) = (tmp_path / "new").iterdir()
    path.rename(tmp_path / "cur" / f"{path.name}:2,S")
    put(tmp_path)
    assert list((tmp_path / "new").iterdir()) == []


def test_what_was_not_finished_is_nowhere(tmp_path: Path) -> None:
    session = MaildirRoute(tmp_path).connect()
    assert session.offer(a_copy()) is None
    session.close()
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_whole_send(tmp_path: Path) -> None:
    ledger, three = ledger_in(tmp_path), recipients(3)
    assert sent(ledger, frozen(ledger, three), MaildirRoute(tmp_path / "box"), three).is_settled
    assert len(list((tmp_path / "box/new").iterdir())) == 3


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "box").touch()
    with pytest.raises(PublishingFailed, match=r"No message can be put into .*box: Not a directory|File exists"):
        MaildirRoute(tmp_path / "box").connect()


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    ledger, three = ledger_in(tmp_path), recipients(3)
    send = frozen(ledger, three)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(call, full)
        outcome = sent(ledger, send, MaildirRoute(tmp_path / "box"), three)
    assert outcome.fault
    assert "No space left on device" in outcome.fault.message
    assert outcome.fault.hint.startswith("Make room")
    assert outcome.count(CopyState.QUEUED) == 3
    assert sent(ledger, send, MaildirRoute(tmp_path / "box"), three).is_settled
    assert len(list((tmp_path / "box/new").iterdir())) == 3


def test_without_a_word_messages_go_into_the_outbox(tmp_path: Path) -> None:
    assert route_of(Delivery(), tmp_path, {}) == MaildirRoute(tmp_path / ".pressroom/outbox")
    assert route_of(Delivery(server="maildir:/var/box"), tmp_path, {}) == MaildirRoute(Path("/var/box"))
    assert MaildirRoute(tmp_path).repeatable


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        ("smtps://mail.example.com", ("mail.example.com", 465, True)),
        ("smtps://mail.example.com:8465", ("mail.example.com", 8465, True)),
        ("smtp://mail.example.com", ("mail.example.com", 25, False)),
        ("smtp://[::1]:587", ("::1", 587, False)),
    ],
)
def test_a_server_is_one_line(tmp_path: Path, server: str, expected: tuple[str, int, bool]) -> None:
    given = {"PRESSROOM_SMTP_USER": "ada", "PRESSROOM_SMTP_PASSWORD": "x"}
    found = route_of(Delivery(server=server), tmp_path, given, Patience(answer=1))
    assert isinstance(found, SmtpRoute)
    assert not found.repeatable
    assert (found.server.host, found.server.port, found.server.implicit_tls) == expected
    assert (found.server.user, found.server.password) == ("ada", "x")
    assert found.server.patience.answer == 1


def test_only_this_machine_is_here(tmp_path: Path) -> None:
    def is_here(host: str) -> bool:
        found = route_of(Delivery(server=f"smtp://{host}"), tmp_path, {})
        return isinstance(found, SmtpRoute) and found.server.is_here

    assert all(map(is_here, ("localhost", "127.0.0.1", "127.9.9.9", "[::1]")))
    assert not any(map(is_here, ("localhost.example.com", "10.0.0.1", "mail.example.com", "128.0.0.1")))


@pytest.mark.parametrize("there", ["PRESSROOM_SMTP_USER", "PRESSROOM_SMTP_PASSWORD"])
def test_half_of_what_it_takes_to_sign_on(tmp_path: Path, there: str) -> None:
    with pytest.raises(Unreadable) as found:
        route_of(Delivery(server="smtp://mail.example.com"), tmp_path, {there: "value-of-it"})
    assert found.value.message.startswith(f"{there} is set, and PRESSROOM_SMTP_")
    assert "value-of-it" not in found.value.message + found.value.hint


def test_the_longest_wait_is_ten_minutes_after_the_end() -> None:
    assert Patience().answer >= 600


def test_a_trial_needs_an_address() -> None:
    with pytest.raises(PublishingFailed, match="The trial cannot be sent: there is no @ in the address"):
        recipient_of_trial("ada")


@pytest.mark.parametrize(("does", "told"), [("550", "was not sent: 550"), ("taken", "may have been sent: taken")])
def test_a_trial_that_does_not_arrive_says_so(does: str, told: str) -> None:
    with pytest.raises(PublishingFailed, match=f"The trial {told}"):
        send_trial(MESSAGE, recipient_of_trial("ada@example.com"), Office(lambda *_: does), NOW)
