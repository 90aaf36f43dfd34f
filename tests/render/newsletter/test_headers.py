from email import message_from_string, policy
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.render.newsletter import headers


def read(field: str) -> EmailMessage:
    return message_from_string(f"{field}\r\n\r\n", policy=policy.default)


def lines(field: str) -> list[str]:
    return field.split("\r\n")


@pytest.mark.parametrize(
    "subject",
    [
        "Boxes",
        "Émigrés & 🎉 <b>",
        "=?utf-8?B?QQ==?=",
        "two  spaces",
        " ends ",
        "x" * 200,
        "word " * 60 + "end",
        "ü" * 300,
        "tab\there",
        "\u2028 \x0b \x85 line ends that are none here",
        "",
    ],
)
def test_subjects_arrive_as_they_were_written(subject: str) -> None:
    field = headers.text("Subject", subject)
    assert all(len(line) <= 76 for line in lines(field))
    assert field.isascii()
    assert not read(field).defects
    assert read(field)["Subject"] == subject


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0")))
def test_any_subject_is_one_field_of_short_ascii_lines(subject: str) -> None:
    field = headers.text("Subject", subject)
    first, *rest = lines(field)
    assert first.startswith("Subject:")
    assert all(line.startswith(" ") and line.strip() for line in rest)
    assert all(len(line) <= 76 and line.isascii() and line.isprintable() for line in lines(field))


def test_plain_words_are_not_encoded() -> None:
    assert headers.text("Subject", "The Aurora is home. Here is what happens next") == (
        "Subject: The Aurora is home. Here is what happens next"
    )


@pytest.mark.parametrize(
    ("person", "written"),
    [
        ("The Bench", "From: The Bench <a@b.example>"),
        ("Roasters, Inc.", 'From: "Roasters, Inc." <a@b.example>'),
        ('The "B" \\', 'From: "The \\"B\\" \\\\" <a@b.example>'),
        ("", "From: a@b.example"),
    ],
)
def test_names_are_quoted_where_they_must_be(person: str, written: str) -> None:
    field = headers.mailbox("From", person, "a@b.example")
    assert field == written
    (address,) = read(field)["From"].addresses
    assert (address.display_name, address.addr_spec) == (person, "a@b.example")


@pytest.mark.parametrize("person", ["Ünïcödé, Ínc. <x@y>", "=?utf-8?q?x?=", "長い名前" * 20, "two  spaces"])
def test_other_names_are_encoded(person: str) -> None:
    field = headers.mailbox("From", person, "a@b.example")
    raw = message_from_string(field)["From"]  # `addresses` would put spaces between encoded words
    assert str(make_header(decode_header(raw))) == f"{person} <a@b.example>"
    assert all(len(line) <= 76 for line in lines(field))


def test_a_long_quoted_name_is_folded_at_its_spaces() -> None:
    person = "Roasters, " * 12 + "Inc."
    field = headers.mailbox("From", person, "a@b.example")
    assert len(lines(field)) > 1
    assert read(field)["From"].addresses[0].display_name == person


def test_an_address_beyond_ascii_stays_utf8() -> None:
    assert headers.mailbox("To", "", "büro@b.example") == "To: büro@b.example"


@pytest.mark.parametrize("address", ["a@b.example, c@d.example", "<a@b.example", "a@b.example>"])
def test_one_address_only(address: str) -> None:
    with pytest.raises(ValueError, match="is no mail address"):
        headers.mailbox("To", "", address)


def test_the_list_has_a_name_and_an_identifier() -> None:
    assert headers.list_id("The Bench", "bench.example.com") == "List-ID: The Bench <bench.example.com>"


def test_long_addresses_are_folded_at_commas_and_never_encoded() -> None:
    long = "https://news.example.com/" + "x" * 120
    assert lines(headers.angled("List-Unsubscribe", ("mailto:a@b.example", long))) == [
        "List-Unsubscribe: <mailto:a@b.example>,",
        f" <{long}>",
    ]


def test_a_field_never_begins_with_a_fold() -> None:
    long = "https://news.example.com/" + "x" * 120
    assert lines(headers.angled("List-Unsubscribe", (long, "mailto:a@b.example"))) == [
        f"List-Unsubscribe: <{long}>,",
        " <mailto:a@b.example>",
    ]
    assert headers.mailbox("From", "", f"{'a' * 64}@b.example") == f"From: {'a' * 64}@b.example"


@pytest.mark.parametrize(
    "address", ["mailto:a b@c.example", "https://é.example/", "https://x.example/>", "mailto:\x7f"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is no address"):
        headers.angled("List-Unsubscribe", (address,))


def test_a_word_that_no_mail_server_takes_is_refused() -> None:
    with pytest.raises(ValueError, match="998"):
        headers.angled("List-Unsubscribe", ("https://x.example/" + "x" * 1000,))


def test_a_line_is_measured_in_octets() -> None:
    assert headers.mailbox("To", "", "ü" * 490 + "@b.example")
    with pytest.raises(ValueError, match="998"):
        headers.mailbox("To", "", "ü" * 495 + "@b.example")


@pytest.mark.parametrize("character", "\r\n\0")
def test_line_breaks_and_nul_are_refused(character: str) -> None:
    value = f"a{character}Bcc: x@y.example"
    with pytest.raises(ValueError, match="line break or NUL"):
        headers.text("Subject", value)
    with pytest.raises(ValueError, match="line break or NUL"):
        headers.mailbox("From", value, "a@b.example")
    with pytest.raises(ValueError, match="line break or NUL"):
        headers.mailbox("From", "", value)
    with pytest.raises(ValueError, match="line break or NUL"):
        headers.angled("List-Unsubscribe", (value,))
