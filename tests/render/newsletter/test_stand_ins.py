"""What stands in a message for something of each reader's own; whole copies are tried in tests/publish/mail."""

import pytest
from tests.render.newsletter.rich_issue import issue, message, press, released

from pressroom.model.edition import Edition
from pressroom.model.publication import Mail
from pressroom.render import newsletter
from pressroom.render.newsletter import ThemeFaulty, stand_ins
from pressroom.render.newsletter.stand_ins import FIRST_NAME, UNSUBSCRIBE

MAIL = Mail(unsubscribe="mailto:stop@example.com", greeting="Hello {first_name}!")


def personal(*fields: str) -> bytes:
    return newsletter.render_personal(Edition(issue=issue()), released(issue(), mail=MAIL), press(), frozenset(fields))


def test_each_has_a_mark_with_its_place_and_what_stands_there_otherwise() -> None:
    marks = [found[0] for found in stand_ins.MARK.finditer(personal(FIRST_NAME, UNSUBSCRIBE))]
    assert marks == [
        b"\0unsubscribe:head mailto:stop@example.com\0",
        b"\0greeting\0",
        b"\0first-name:text\0",
        b"\0/greeting\0",
        b"\0unsubscribe:text mailto:stop@example.com\0",
        b"\0greeting\0",
        b"\0first-name:html\0",
        b"\0/greeting\0",
        b"\0unsubscribe:html mailto:stop@example.com\0",
    ]


def test_a_mark_has_a_line_of_its_own_between_soft_breaks() -> None:
    data = personal(FIRST_NAME, UNSUBSCRIBE)
    assert b"\r\n\0greeting\0Hello =\r\n\0first-name:text\0=\r\n!\r\n\r\n\0/greeting\0" in data
    assert b'=\r\n\0unsubscribe:html mailto:stop@example.com\0=\r\n"' in data


def test_without_marks_it_is_the_message_that_everybody_gets() -> None:
    built = message(mail=MAIL).eml
    digests = [data.partition(b'boundary="')[2].partition(b'"')[0] for data in (built, personal())]
    plain, own = (data.replace(digest, b"") for data, digest in zip((built, personal()), digests, strict=True))
    assert _without_id(plain) == _without_id(own)
    assert stand_ins.without_greeting(personal(FIRST_NAME)).count(b"\0") == 0


def _without_id(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if not line.startswith(b"Message-ID:")]


def test_with_and_without_a_greeting() -> None:
    data = personal(FIRST_NAME)
    assert b"Hello" in stand_ins.with_greeting(data)
    assert b"\0greeting" not in stand_ins.with_greeting(data)
    assert b"Hello" not in stand_ins.without_greeting(data)


@pytest.mark.parametrize(
    ("without", "greeting", "expected"),
    [
        ("a\nb\n", "a\nx\nb\n", "a\n\0greeting\0x\n\0/greeting\0b\n"),
        ("a\na\n", "a\na\na\n", "a\na\n\0greeting\0a\n\0/greeting\0"),
        ("a\n", "a\n", "a\n\0greeting\0\0/greeting\0"),
        ("", "x\n", "\0greeting\0x\n\0/greeting\0"),
    ],
)
def test_the_lines_of_a_greeting_are_set_apart(without: str, greeting: str, expected: str) -> None:
    assert stand_ins.set_apart(without, greeting) == expected


def test_but_only_if_no_other_line_differs() -> None:
    with pytest.raises(ThemeFaulty, match="other lines of the message change"):
        stand_ins.set_apart("a\nb\n", "a\nx\nc\n")
