"""Through a real Postfix into a real Dovecot mailbox, and back over IMAP."""

from email import message_from_bytes, policy
from quopri import decodestring

import pytest
from tests.mail.letters import NAMES, hostile, sample
from tests.mail.mailbox import Mailbox

from pressroom.model.message import Message


def test_every_message_of_the_sample_comes_back_as_it_was_sent(mailbox: Mailbox) -> None:
    letters = [message.eml for message in sample()]
    back = [mailbox.whole(number) for number in mailbox.send(letters)]
    assert len(back) >= 15
    for letter, found in zip(letters, back, strict=True):
        _require_same(letter, found)


@pytest.mark.parametrize("name", NAMES)
def test_so_does_one_that_is_hard_to_carry(mailbox: Mailbox, name: str) -> None:
    message = hostile(name)
    (number,) = mailbox.send([message.eml])
    _require_same(message.eml, mailbox.whole(number))
    _require_parts(mailbox, number, message)


def _require_same(letter: bytes, found: bytes) -> None:
    """Compare all but what the servers put on top of it."""
    assert found.endswith(letter)
    added = message_from_bytes(found.removesuffix(letter), policy=policy.default).keys()
    assert set(added) == {"Return-Path", "X-Original-To", "Delivered-To", "Received"}


def _require_parts(mailbox: Mailbox, number: bytes, message: Message) -> None:
    """Have Dovecot, which reads messages with a parser of its own, take out the parts."""
    structure = mailbox.fetch(number, "BODYSTRUCTURE").lower()
    kinds = [structure.find(f'("text" "{kind}" ("charset" "utf-8")'.encode()) for kind in ("plain", "html")]
    assert 0 <= kinds[0] < kinds[1] < structure.find(b'"alternative"')
    plain, html = (mailbox.fetch(number, f"BODY.PEEK[{part}]") for part in (1, 2))
    assert plain in message.eml
    assert html in message.eml
    assert _text(plain) == message.text
    assert _text(html) == message.html


def _text(part: bytes) -> str:
    return decodestring(part).decode().replace("\r\n", "\n")


def test_an_address_beyond_ascii_needs_servers_that_know_it_and_reaches_them(mailbox: Mailbox) -> None:
    message = hostile("to: UTF-8")
    (number,) = mailbox.send([message.eml], to="büro@bücher.example")
    found = mailbox.whole(number)
    assert found.endswith(message.eml)
    assert "Delivered-To: büro@bücher.example".encode() in found
    assert b"with UTF8SMTP" in found


def test_nothing_else_needs_them() -> None:
    needing = {name for name in NAMES if not hostile(name).eml.isascii()}
    assert needing == {"to: UTF-8", "sender: UTF-8"}
    assert all(message.eml.isascii() for message in sample())
