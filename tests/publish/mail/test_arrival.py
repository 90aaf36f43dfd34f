"""Through a real Postfix into a real mailbox: what a reader has in the end."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.mail.letters import SUBJECTS, hostile
from tests.mail.mailbox import Mailbox
from tests.publish.mail.post import HEAD, NOW, frozen, ledger_in, sent
from tests.publish.mail.test_letters import WAY, copy, part, personal
from tests.publish.mail.test_smtp import route

from pressroom.publish.mail.recipients import Recipient, Recipients
from pressroom.publish.mail.trial import recipient_of_trial, send_trial
from pressroom.render.newsletter.stand_ins import FIRST_NAME, UNSUBSCRIBE


def arrived(mailbox: Mailbox, subject: str, number: int) -> list[bytes]:
    return [mailbox.whole(one) for one in mailbox.await_at_least(number, subject)]


def read(letter: bytes) -> EmailMessage:
    return message_from_bytes(letter, policy=policy.default)


def test_everybody_on_a_list_has_their_own_copy(mailbox: Mailbox, tmp_path: Path) -> None:
    people = (
        Recipient("ada@example.com", "Ada", WAY),
        Recipient("bram@xn--bcher-kva.example", "Bräm & Söhne <b>"),
        Recipient("büro@example.com"),
    )
    own = Recipients(audience="all", people=people, fields=frozenset({FIRST_NAME, UNSUBSCRIBE}))
    ledger, data = ledger_in(tmp_path), personal().replace(b"Boxes, boxes", b"Everybody")
    assert sent(ledger, frozen(ledger, own, message=data), route(mailbox.smtp_port), own).is_settled
    found = {str(read(letter)["To"]): letter for letter in arrived(mailbox, "Everybody", 3)}
    assert found.keys() == {one.address for one in people}
    for one in people:
        expected = copy(data, one).message().split(b"Message-ID:")[1].partition(b"\r\n")[2]
        assert found[one.address].endswith(expected)
        assert b"with UTF8SMTP" in found[one.address] or one.address.isascii()
    assert "Dear Bräm & Söhne <b>," in part(copy(data, people[1]), "plain")


def test_a_message_to_a_distribution_list_is_to_that_list(mailbox: Mailbox, tmp_path: Path) -> None:
    everyone = Recipients(audience="all", people=(Recipient("everyone@example.com"),))
    ledger, data = ledger_in(tmp_path), HEAD.replace(b"Boxes", b"Distributed") + b"\r\nHello.\r\n"
    assert sent(ledger, frozen(ledger, everyone, message=data), route(mailbox.smtp_port), everyone).is_settled
    (letter,) = arrived(mailbox, "Distributed", 1)
    assert read(letter)["To"] == "everyone@example.com"
    assert read(letter)["Date"].datetime == NOW


@pytest.mark.parametrize("name", ["text: a dot", "text: a line of 2,000", "text: From", "text: 8-bit"])
def test_what_is_hard_to_carry_arrives_as_it_was(mailbox: Mailbox, tmp_path: Path, name: str) -> None:
    tag = f"hard{abs(hash(name))}"
    data = hostile(name).eml.replace(b"Subject: Words", f"Subject: {tag}".encode())
    one = Recipients(audience="all", people=(Recipient("ada@example.com"),))
    ledger = ledger_in(tmp_path)
    assert sent(ledger, frozen(ledger, one, message=data), route(mailbox.smtp_port), one).is_settled
    (letter,) = arrived(mailbox, tag, 1)
    body = data.partition(b"\r\n\r\n")[2]
    assert letter.partition(b"\r\n\r\n")[2] == body


def test_a_subject_that_looks_encoded_stays_words(mailbox: Mailbox, tmp_path: Path) -> None:
    data = hostile("subject: encoded twice").eml
    one = Recipients(audience="encoded", people=(Recipient("encoded@example.com"),))
    ledger = ledger_in(tmp_path)
    assert sent(ledger, frozen(ledger, one, message=data), route(mailbox.smtp_port), one).is_settled
    letters = [read(letter) for letter in arrived(mailbox, "is no word of ours", 1)]
    assert [letter["Subject"] for letter in letters if letter["To"] == "encoded@example.com"] == [
        SUBJECTS["encoded twice"]
    ]


def test_a_trial_is_the_final_message_but_for_three_fields(mailbox: Mailbox) -> None:
    data = personal().replace(b"Boxes, boxes", b"Tried out")
    ada = recipient_of_trial(" Ada@Example.com ", "Ada", WAY)
    for _ in range(2):
        send_trial(data, ada, route(mailbox.smtp_port), NOW)
    letters = arrived(mailbox, "Tried out", 2)
    real = read(copy(data, Recipient("ada@example.com", "Ada", WAY)).message())
    tried = [read(letter) for letter in letters]
    assert len({str(one["Message-ID"]) for one in (*tried, real)}) == 3
    own = {"To", "Date", "Message-ID"}
    added = {"Return-Path", "X-Original-To", "Delivered-To", "Received"}
    for one in tried:
        assert _fields(one, own | added) == _fields(real, own)
        assert one.get_body(("html",)).get_content() == real.get_body(("html",)).get_content()  # type: ignore[union-attr]


def _fields(letter: EmailMessage, without: set[str]) -> dict[str, str]:
    return {name: str(value) for name, value in letter.items() if name not in without}
