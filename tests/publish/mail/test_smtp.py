"""Sessions with servers that behave, and with such that do not, at each step."""

import select
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.publish.mail.post import HEAD, MESSAGE, NOW, FixedClock, frozen, ledger_in, recipients, sent
from tests.publish.mail.sinks import sink
from tests.publish.mail.speaker import CLOSE, SILENCE, Speaker, speaking

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.letters import Copy, template
from pressroom.publish.mail.recipients import Recipient
from pressroom.publish.mail.sessions import Unreachable
from pressroom.publish.mail.smtp import SmtpRoute, SmtpSession
from pressroom.publish.mail.smtp_opening import Patience, SmtpServer

SHORT = Patience(connect=5, greeting=0.3, answer=0.3)
LONG = Patience(connect=5, greeting=5, answer=5)


def route(port: int, patience: Patience = LONG, **fields: Any) -> SmtpRoute:
    return SmtpRoute(SmtpServer(host="127.0.0.1", port=port, patience=patience, **fields))


def a_copy(address: str = "ada@example.com", message: bytes = MESSAGE) -> Copy:
    return template(message, NOW).copy(Recipient(address), "a1@example.com")


@contextmanager
def connected(speaker: Speaker, patience: Patience = LONG) -> Iterator[SmtpSession]:
    with closing(route(speaker.port, patience).connect()) as session:
        yield session


def outcome_with(patience: Patience = LONG, **answers: Any) -> Answer:
    """Return how the offer of a copy ends with a server that answers like this."""
    with speaking(**answers) as speaker, connected(speaker, patience) as session:
        return session.offer(a_copy()) or session.finish()


def test_a_message_is_carried_as_it_is() -> None:
    with speaking() as speaker, connected(speaker) as session:
        for _ in range(2):
            assert session.offer(a_copy()) is None
            assert session.finish() == Answer(Ending.ACCEPTED, "250 2.0.0")
        session.quit()
    size = len(a_copy().stuffed())
    transaction = [
        f"MAIL FROM:<news@example.com> SIZE={size}",
        "RCPT TO:<ada@example.com>",
        "DATA",
    ]
    assert speaker.heard == ["EHLO [127.0.0.1]", *transaction, *transaction, "QUIT"]
    assert speaker.messages == [a_copy().stuffed()] * 2
    assert speaker.messages[0].endswith(b"\r\nHello.\r\n..\r\n...and bye.\r\n")


def test_what_comes_before_the_next_copy_goes_out_with_the_end_of_this() -> None:
    ada, bram = a_copy(), a_copy("bram@example.com")
    with speaking() as speaker, connected(speaker) as session:
        assert session.offer(ada) is None
        assert session.finish(bram).ending is Ending.ACCEPTED
        assert session.offer(bram) is None
        assert session.finish().ending is Ending.ACCEPTED
    assert [command for command in speaker.heard if command.startswith("RCPT")] == [
        "RCPT TO:<ada@example.com>",
        "RCPT TO:<bram@example.com>",
    ]
    assert speaker.messages == [ada.stuffed(), bram.stuffed()]


def test_nobody_ever_gets_what_another_was_announced() -> None:
    ada, bram, eve = a_copy(), a_copy("bram@example.com"), a_copy("eve@example.com")
    with speaking() as speaker, connected(speaker) as session:
        session.offer(ada)
        session.finish(bram)
        assert session.offer(eve) == Answer(Ending.DROPPED, "the connection broke before the end of the message")
        assert not session.is_open()
    assert speaker.messages == [ada.stuffed()]


@pytest.mark.parametrize("answer", ["450 4.2.0 Later", "421 Enough"])
def test_what_was_announced_and_refused_is_offered_anew(answer: str) -> None:
    with speaking(dot=answer) as speaker, connected(speaker) as session:
        session.offer(a_copy())
        assert session.finish(a_copy("bram@example.com")).ending is Ending.DEFERRED
        assert session.is_open() is answer.startswith("450")


def test_who_leaves_while_another_is_announced_says_no_more() -> None:
    with speaking() as speaker, connected(speaker) as session:
        session.offer(a_copy())
        session.finish(a_copy("bram@example.com"))
        session.quit()
    assert "QUIT" not in speaker.heard
    assert speaker.messages == [a_copy().stuffed()]


def test_what_cannot_be_carried_is_not_announced() -> None:
    with speaking(EHLO="250-x\r\n250-PIPELINING\r\n250 SIZE 1000") as speaker, connected(speaker) as session:
        session.offer(a_copy())
        session.finish(a_copy("büro@example.com"))
        session.offer(a_copy())
        session.finish(a_copy(message=MESSAGE + b"x" * 900 + b"\r\n"))
        session.offer(a_copy())
        session.finish(a_copy("eve\r\n@example.com"))
    assert [command for command in speaker.heard if command.startswith("RCPT")] == ["RCPT TO:<ada@example.com>"] * 3


def test_without_extensions_the_commands_go_one_by_one() -> None:
    with speaking(EHLO="502 What?") as speaker, connected(speaker) as session:
        assert session.offer(a_copy()) is None
        assert session.finish().ending is Ending.ACCEPTED
    assert speaker.heard == [
        "EHLO [127.0.0.1]",
        "HELO [127.0.0.1]",
        "MAIL FROM:<news@example.com>",
        "RCPT TO:<ada@example.com>",
        "DATA",
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"RCPT": "450 4.2.1 Not ada@example.com"}, Answer(Ending.DEFERRED, "450 4.2.1: the mailbox is closed")),
        ({"RCPT": "550 5.1.1 No ada"}, Answer(Ending.REFUSED, "550 5.1.1: there is no such mailbox")),
        ({"RCPT": "550 ada@example.com?"}, Answer(Ending.REFUSED, "550: the mailbox is not to be had")),
        ({"RCPT": "552 Too many recipients"}, Answer(Ending.DEFERRED, "552: the message is too long")),
        ({"RCPT": "599 Ada!", "DATA": "503 Whom?"}, Answer(Ending.REFUSED, "599")),
        ({"DATA": "451 Not now"}, Answer(Ending.DEFERRED, "451: the server had a fault of its own")),
        ({"DATA": "554 5.7.1 No"}, Answer(Ending.REFUSED, "554 5.7.1: the server lets this sender send nothing there")),
        ({"dot": "452 4.3.1 Full"}, Answer(Ending.DEFERRED, "452 4.3.1: the server's storage is full")),
        ({"dot": "554 5.6.0 Ugly"}, Answer(Ending.REFUSED, "554 5.6.0: the server takes it not")),
        ({"dot": "421 Bye"}, Answer(Ending.DEFERRED, "421: the server closes the connection")),
    ],
)  # fmt: skip
def test_what_the_server_says_is_kept_without_the_address(answers: dict[str, Any], expected: Answer) -> None:
    assert outcome_with(**answers) == expected


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [CLOSE, "421 Enough", "what?"])
def test_what_breaks_before_the_end_delivers_nothing(verb: str, answer: Any) -> None:
    assert outcome_with(**{verb: answer}).ending is Ending.DROPPED


def test_a_server_that_wants_no_message_gets_none() -> None:
    assert outcome_with(DATA="250 Thanks").ending is Ending.DROPPED


def test_nothing_in_a_sender_begins_another_command() -> None:
    message = MESSAGE.replace(b"news@example.com>", b"ne\tws@example.com>")
    with speaking() as speaker, connected(speaker) as session:
        answer = session.offer(a_copy(message=message))
    assert answer
    assert answer.ending is Ending.DROPPED
    assert speaker.heard == ["EHLO [127.0.0.1]"]


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_so_does_waiting_in_vain_before_the_end(verb: str) -> None:
    assert outcome_with(SHORT, **{verb: SILENCE}).ending is Ending.DROPPED


@pytest.mark.parametrize("answer", [CLOSE, SILENCE, "354 More?", "what?"])
def test_what_breaks_after_the_end_leaves_nobody_knowing(answer: str) -> None:
    assert outcome_with(SHORT, dot=answer).ending is Ending.SILENT


def test_a_session_goes_on_after_a_reader_was_refused() -> None:
    with speaking(RCPT="550 5.1.1 No", DATA="554 Whom?") as speaker, connected(speaker) as session:
        assert [session.offer(a_copy()), session.offer(a_copy())] == [
            Answer(Ending.REFUSED, "550 5.1.1: there is no such mailbox")
        ] * 2
        assert session.is_open()
    assert speaker.heard.count("RSET") == 2


def test_a_server_that_waits_for_a_message_to_nobody_gets_none() -> None:
    with speaking(RCPT="550 5.1.1 No") as speaker, connected(speaker) as session:
        session.offer(a_copy())
        assert not session.is_open()
    assert speaker.messages == []


def test_a_connection_that_was_closed_before_the_end_is_noticed() -> None:
    with speaking() as speaker, connected(speaker) as session:
        assert session.offer(a_copy()) is None
        speaker.stop()
        await_word(session)
        assert session.finish().ending is Ending.DROPPED
        assert session.finish().ending is Ending.DROPPED


def await_word(session: SmtpSession) -> None:
    """Wait until the server has said something, or closed the connection."""
    assert session._smtp.sock
    watch = select.poll()
    watch.register(session._smtp.sock, select.POLLIN)
    assert watch.poll(5_000)


def test_so_is_a_refusal_that_came_before_it() -> None:
    with sink("-A", "0") as port, closing(route(port).connect()) as session:
        answer = session.offer(a_copy())
        if answer is None:
            await_word(session)
            answer = session.finish()
        assert answer.ending in (Ending.REFUSED, Ending.DROPPED)


@pytest.mark.parametrize(
    ("answers", "fault", "told"),
    [
        ({"CONNECT": "421 Busy"}, Unreachable, "The mail server does not let us in. It says: 421 Busy"),
        ({"CONNECT": "554 Go away"}, PublishingFailed, "The mail server does not let us in. It says: 554 Go away"),
        ({"CONNECT": SILENCE}, Unreachable, "says nothing at port"),
        ({"CONNECT": CLOSE}, Unreachable, "it breaks the connection"),
        ({"EHLO": CLOSE}, Unreachable, "it breaks the connection"),
        ({"EHLO": SILENCE}, Unreachable, "says nothing at port"),
        ({"MAIL": "451 4.7.1 Slower"}, Unreachable, "takes no messages now. It says: 451 4.7.1 Slower"),
        ({"MAIL": "553 Not you"}, PublishingFailed, "takes no message from this sender. It says: 553 Not you"),
        ({"MAIL": "530 Sign on"}, PublishingFailed, "It says: 530 Sign on"),
    ],
)
def test_what_is_about_everybody_is_told_at_once(answers: dict[str, str], fault: type[Exception], told: str) -> None:
    with pytest.raises(PublishingFailed) as found:
        outcome_with(SHORT, **answers)
    assert type(found.value) is fault
    assert told in found.value.message
    assert found.value.hint


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(Unreachable, match="cannot be reached at port"):
        route(port).connect()


def test_no_such_host() -> None:
    with pytest.raises(PublishingFailed, match=r"Nobody knows a mail server mail\.invalid"):
        SmtpRoute(SmtpServer(host="mail.invalid", port=25, patience=SHORT)).connect()


def test_a_message_that_is_too_large_is_not_even_begun() -> None:
    with speaking(EHLO="250-x\r\n250 SIZE 100") as speaker, connected(speaker) as session:  # noqa: SIM117  one is about the other
        with pytest.raises(PublishingFailed, match="takes messages of at most 100 bytes"):
            session.offer(a_copy())
    assert speaker.heard == ["EHLO [127.0.0.1]"]


def test_an_address_beyond_ascii_needs_a_server_that_knows_it() -> None:
    with speaking() as speaker, connected(speaker) as session:
        assert session.offer(a_copy("büro@example.com")) is None
        session.finish()
    assert speaker.heard[1].endswith("SMTPUTF8 BODY=8BITMIME")
    assert speaker.heard[2] == "RCPT TO:<büro@example.com>"
    with speaking(EHLO="250 x") as speaker, connected(speaker) as session:
        answer = session.offer(a_copy("büro@example.com"))
    assert answer == Answer(Ending.REFUSED, "the server does not know SMTPUTF8, which this address needs")


def test_a_sender_beyond_ascii_needs_it_too() -> None:
    message = MESSAGE.replace(b"news@example.com>", "büro@example.com>".encode())
    assert a_copy(message=message).needs_utf8


def test_nothing_in_an_address_begins_another_command() -> None:
    with speaking() as speaker, connected(speaker) as session:  # noqa: SIM117  one is about the other
        with pytest.raises(ValueError, match="signs that can be printed"):
            session.offer(a_copy("ada@example.com>\r\nRCPT TO:<eve@example.com"))
    assert not any("eve" in command for command in speaker.heard)


def test_the_gap_itself_is_uncertain_and_never_a_second_send(tmp_path: Path) -> None:
    """The server takes the message, and drops the connection without a word."""
    folder = tmp_path / "taken"
    folder.mkdir()
    ledger, three = ledger_in(tmp_path), recipients(3)
    send = frozen(ledger, three, message=HEAD + b"\r\nHello.\r\n")
    with sink("-q", ".", folder=folder) as port:
        outcomes = [sent(ledger, send, route(port), three) for _ in range(2)]
    assert [one.count(CopyState.UNCERTAIN) for one in outcomes] == [3, 3]
    assert sorted(_takers(folder)) == sorted(f"<{one.address}>" for one in three.people)


def _takers(folder: Path) -> list[str]:
    lines = [line for path in folder.iterdir() for line in path.read_text().splitlines()]
    return [line.removeprefix("X-Rcpt-Args: ") for line in lines if line.startswith("X-Rcpt-Args:")]


@pytest.mark.parametrize(
    ("options", "state"),
    [
        (("-r", "."), CopyState.RETRY_AT),
        (("-r", "RCPT"), CopyState.RETRY_AT),
        (("-f", "."), CopyState.FAILED),
        (("-f", "RCPT"), CopyState.FAILED),
        (("-Q", "DATA"), CopyState.RETRY_AT),
        (("-q", "DATA"), CopyState.RETRY_AT),
    ],
)
def test_postfix_s_own_server_that_misbehaves(tmp_path: Path, options: tuple[str, str], state: CopyState) -> None:
    ledger, three = ledger_in(tmp_path), recipients(3)
    with sink(*options) as port:
        outcome = sent(ledger, frozen(ledger, three), route(port), three)
    assert outcome.audiences == {"all": {state: 3}}


@pytest.mark.parametrize("does", ["-r", "-f", "-q", "-Q"])
@pytest.mark.parametrize("command", ["CONNECT", "EHLO", "MAIL"])
def test_whatever_it_does_before_the_first_reader_is_known_loses_nothing(
    tmp_path: Path, does: str, command: str
) -> None:
    ledger, three = ledger_in(tmp_path), recipients(3)
    send = frozen(ledger, three)
    options = ("-e",) if command == "EHLO" else ()
    with sink(*options, does, "HELO,EHLO" if command == "EHLO" else command) as port:
        outcome = sent(ledger, send, route(port), three)
    assert outcome.count(CopyState.QUEUED, CopyState.RETRY_AT) == 3
    with sink() as port:
        later = FixedClock(NOW + timedelta(hours=2))
        assert sent(ledger, send, route(port), three, clock=later).is_settled


def test_a_largest_size_that_is_no_number_sets_no_limit() -> None:
    with speaking(EHLO="250-x\r\n250 SIZE none") as speaker, connected(speaker) as session:
        assert session.offer(a_copy()) is None
