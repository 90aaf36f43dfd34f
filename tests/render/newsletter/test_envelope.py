import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.newsletter.rich_issue import DATE, issue, mail, message, part, publication

from pressroom.model.edition import Edition
from pressroom.model.publication import Feedback, Mail, Publication
from pressroom.render.newsletter.envelope import Letter, seal
from pressroom.render.newsletter.sender import sender

RICH = message()


def sealed(
    html: str = "<p>x</p>", text: str = "x\n", publication_: Publication | None = None, **changes: object
) -> bytes:
    edition = Edition(issue=issue(**changes))
    letter = Letter(edition=edition, subject=edition.issue.subject, html=html, text=text)
    return seal(letter, sender(publication_ or publication()))


def test_it_has_these_fields_in_this_order() -> None:
    assert mail(RICH).keys() == [
        "Date",
        "From",
        "To",
        "Reply-To",
        "Subject",
        "List-ID",
        "List-Unsubscribe",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "Content-Language",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
    ]


def test_the_fields_say_what_the_publication_says() -> None:
    letter = mail(RICH)
    assert str(letter["From"]) == "The Bench <news@example.com>"
    assert str(letter["To"]) == "news@example.com"
    assert str(letter["Reply-To"]) == "bench@example.com"
    assert str(letter["Subject"]) == "Boxes, boxes, boxes"
    assert str(letter["List-ID"]) == "The Bench <bench.example.com>"
    assert str(letter["Auto-Submitted"]) == "auto-generated"
    assert str(letter["Content-Language"]) == "en"


def test_an_audience_that_is_a_list_gets_it() -> None:
    letter = mail(message(edition={"to": ("Everyone <everyone@bücher.example>",)}))
    assert str(letter["To"]) == "everyone@xn--bcher-kva.example"


def test_so_do_all_the_lists_of_one_edition() -> None:
    letter = mail(message(edition={"to": ("office@example.com", "Ships <ships@example.com>")}))
    assert [address.addr_spec for address in letter["To"].addresses] == ["office@example.com", "ships@example.com"]


def test_text_comes_first_and_both_parts_are_what_was_made() -> None:
    letter = mail(RICH)
    assert letter.get_content_type() == "multipart/alternative"
    assert [inner.get_content_type() for inner in letter.iter_parts()] == ["text/plain", "text/html"]
    assert [inner.get_content_charset() for inner in letter.iter_parts()] == ["utf-8", "utf-8"]
    assert (part(RICH, "plain"), part(RICH, "html")) == (RICH.text, RICH.html)
    assert not letter.defects
    assert not any(inner.defects for inner in letter.iter_parts())


def test_every_line_is_ascii_short_and_ends_in_crlf() -> None:
    assert RICH.eml.isascii()
    assert RICH.eml.count(b"\n") == RICH.eml.count(b"\r\n") == RICH.eml.count(b"\r")
    assert max(map(len, RICH.eml.split(b"\r\n"))) <= 76
    assert RICH.eml.endswith(b"--\r\n")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_any_text_arrives_in_short_lines(text: str) -> None:
    data = sealed(text=text, html=f"<p>{text}</p>")
    assert max(map(len, data.split(b"\r\n"))) <= 76
    found = message(issue()).but(eml=data)
    assert (part(found, "plain"), part(found, "html")) == (text, f"<p>{text}</p>")


def test_a_line_of_a_single_dot_ends_no_message() -> None:
    assert b"\r\n=2E\r\n" in sealed(text="a\n.\nb\n")


@pytest.mark.parametrize(
    "text", ["From here\nFrom there\n", f"{'a' * 75}From afar\n", f"From {'a' * 80}\n", "Far\n\nFrom\n"]
)
def test_no_line_begins_another_message_in_a_mailbox_file(text: str) -> None:
    data = sealed(text=text)
    assert not re.search(rb"^From ", data.partition(b"\r\n\r\n")[2], re.MULTILINE)
    assert max(map(len, data.split(b"\r\n"))) <= 76
    assert part(message(issue()).but(eml=data), "plain") == text


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_whichever_way_a_line_ends_it_ends_in_crlf(end: str) -> None:
    data = sealed(text=f"one{end}two\n")
    assert b"\r\none\r\ntwo\r\n" in data
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n")


def test_no_line_can_be_taken_for_the_boundary() -> None:
    boundary = re.search(rb'boundary="([^"]+)"', sealed())
    assert boundary
    data = sealed(text=f"--{boundary[1].decode()}\n--=_\n")
    (own,) = re.findall(rb'boundary="([^"]+)"', data)
    assert data.count(b"\r\n--" + own) == 3


def test_the_date_is_that_of_publishing_else_the_issue_s() -> None:
    assert mail(RICH)["Date"].datetime == DATE
    later = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
    assert mail(message(issue(publish_at=later)))["Date"].datetime == later


def test_the_message_id_follows_from_the_content() -> None:
    name = str(mail(RICH)["Message-ID"])
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.com>", name)
    assert name == str(mail(message())["Message-ID"])
    others = [
        message(issue(subject="Other")),
        message(issue(title="Other")),
        message(issue(date=DATE + timedelta(seconds=1))),
        message(edition={"to": ("all@example.com",)}),
        message(edition={"kind": "frontline"}),
        message(mail=Mail(sender="Other <news@example.com>")),
    ]
    assert len({name, *(str(mail(other)["Message-ID"]) for other in others)}) == 7


@pytest.mark.parametrize(
    "address", ["mailto:news@example.com?subject=unsubscribe", "https://news.example.com/stop?list=bench"]
)
def test_the_way_to_stop_is_there_but_promises_no_one_click_since_all_copies_share_it(address: str) -> None:
    letter = mail(message(mail=Mail(unsubscribe=address)))
    assert letter["List-Unsubscribe"] == f"<{address}>"
    assert letter["List-Unsubscribe-Post"] is None


def test_exchange_answers_nothing_but_what_it_could_not_deliver() -> None:
    assert mail(RICH)["X-Auto-Response-Suppress"] == "DR, RN, NRN, OOF, AutoReply"


def test_a_subject_that_looks_encoded_is_shown_as_it_is() -> None:
    subject = "=?utf-8?q?Hello?= Ünï"
    assert str(mail(message(issue(subject=subject)))["Subject"]) == subject


@pytest.mark.parametrize("subject", ["a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b"])
def test_a_line_break_or_nul_in_a_header_is_refused(subject: str) -> None:
    with pytest.raises(ValueError, match="Subject: a line break or NUL"):
        sealed(subject=subject)


def test_a_domain_beyond_ascii_is_in_punycode() -> None:
    data = sealed(publication_=publication(mail=Mail(sender="Bänk <news@bücher.example>")))
    assert b"<news@xn--bcher-kva.example>\r\n" in data
    assert data.isascii()


def test_a_local_part_beyond_ascii_makes_the_head_utf8_and_nothing_else() -> None:
    data = message(edition={"to": ("büro@bücher.example",)}).eml
    head, _, body = data.partition(b"\r\n\r\n")
    assert [line for line in head.split(b"\r\n") if not line.isascii()] == ["To: büro@xn--bcher-kva.example".encode()]
    assert body.isascii()
    way = sealed(publication_=publication(mail=Mail(sender="Bänk <bänk@x.example>"), feedback=Feedback()))
    assert b"\r\nList-Unsubscribe: <mailto:b%C3%A4nk@x.example?subject=unsubscribe>\r\n" in way
    assert "\r\nFrom: =?utf-8?B?QsOkbms=?= <bänk@x.example>\r\n".encode() in way
