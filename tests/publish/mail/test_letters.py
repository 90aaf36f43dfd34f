"""Each reader's own copy: what differs, and that nothing else does."""

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mail.letters import NAMES, hostile
from tests.publish.mail.post import HEAD, MESSAGE, NOW
from tests.render.newsletter.rich_issue import issue, message, press, publication, released

from pressroom.errors import PublishingFailed
from pressroom.model.edition import Edition
from pressroom.model.publication import Mail
from pressroom.publish.mail.letters import Copy, message_id, require_sendable, template
from pressroom.publish.mail.recipients import Recipient
from pressroom.render import newsletter
from pressroom.render.newsletter.stand_ins import FIRST_NAME, UNSUBSCRIBE

OWN = re.compile(rb"^(To|Date|Message-ID): .*\r\n(?:[ \t].*\r\n)*", re.MULTILINE)
BOTH = frozenset({FIRST_NAME, UNSUBSCRIBE})
MAIL = Mail(
    sender="The Bench <news@example.com>",
    unsubscribe="mailto:news@example.com?subject=unsubscribe",
    greeting="Dear {first_name},",
)
WAY = "https://example.com/stop?who=1&list=2"


def personal(fields: frozenset[str] = BOTH, mail: Mail = MAIL) -> bytes:
    current = released(mail=mail)
    return newsletter.render_personal(Edition(issue=current.publication.issues[0]), current, press(), fields)


def copy(data: bytes, recipient: Recipient) -> Copy:
    return template(data, NOW).copy(recipient, "x1@example.com")


def parsed(one: Copy) -> EmailMessage:
    return message_from_bytes(one.message(), policy=policy.default)


def part(one: Copy, kind: str) -> str:
    body = parsed(one).get_body((kind,))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("name", NAMES)
def test_without_anything_personal_it_is_the_file_that_was_built(name: str) -> None:
    built = hostile(name).eml
    one = copy(built, Recipient("ada@example.com"))
    assert OWN.sub(b"", one.message()) == OWN.sub(b"", built)
    found = parsed(one)
    assert (found["To"], found["Message-ID"]) == ("ada@example.com", "<x1@example.com>")
    assert found["Date"].datetime == NOW


def test_over_the_wire_a_dot_at_the_start_of_a_line_is_doubled() -> None:
    one = copy(MESSAGE, Recipient("ada@example.com"))
    assert one.message().endswith(b"\r\n\r\nHello.\r\n.\r\n..and bye.\r\n")
    assert one.stuffed().endswith(b"\r\n\r\nHello.\r\n..\r\n...and bye.\r\n")


def test_a_distribution_list_stays_whom_it_is_to() -> None:
    assert b"\r\nTo: everyone@example.com\r\n" in copy(MESSAGE, Recipient("everyone@example.com")).message()


def test_two_copies_for_one_reader_are_the_same() -> None:
    cut = template(MESSAGE, NOW)
    name = message_id(cut, b"2026-11\0all\0", b"f" * 16)
    assert re.fullmatch(r"[0-9a-f]{32}@example\.com", name)
    others = {message_id(cut, b"2026-12\0all\0", b"f" * 16), message_id(cut, b"2026-11\0all\0", b"g" * 16)}
    assert name not in others
    assert len(others) == 2
    ada = Recipient("ada@example.com")
    assert cut.copy(ada, name).message() == template(MESSAGE, NOW).copy(ada, name).message()


def test_a_reader_is_greeted_and_has_a_way_of_their_own() -> None:
    one = copy(personal(), Recipient("ada@example.com", "Ada", WAY))
    assert "\n\nDear Ada,\n\nDear all," in part(one, "plain").replace("\r\n", "\n")
    assert f"Unsubscribe: {WAY}" in part(one, "plain")
    html = part(one, "html")
    assert re.search(r"<p[^>]*>Dear Ada,</p>", html)
    assert html.count(WAY.replace("&", "&amp;")) == 1
    found = parsed(one)
    assert found["List-Unsubscribe"] == f"<{WAY}>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_is_promised_for_web_addresses_alone() -> None:
    found = parsed(copy(personal(), Recipient("ada@example.com", "", "mailto:stop+ada@example.com")))
    assert found["List-Unsubscribe"] == "<mailto:stop+ada@example.com>"
    assert found["List-Unsubscribe-Post"] is None


def test_who_has_nothing_of_their_own_gets_what_everybody_gets() -> None:
    one, built = copy(personal(), Recipient("ada@example.com")), message(mail=MAIL)
    assert part(one, "html").replace("\r\n", "\n") == built.html
    assert parsed(one)["List-Unsubscribe"] == f"<{MAIL.unsubscribe}>"
    assert parsed(one)["List-Unsubscribe-Post"] is None
    assert "{first_name}" not in one.message().decode()
    assert "Dear ," not in one.message().decode()


@pytest.mark.parametrize("fields", [frozenset({FIRST_NAME}), frozenset({UNSUBSCRIBE}), frozenset()])
def test_only_what_a_list_has_is_put_in(fields: frozenset[str]) -> None:
    one = copy(personal(fields), Recipient("ada@example.com", "Ada", WAY))
    assert ("Dear Ada," in part(one, "plain")) is (FIRST_NAME in fields)
    assert (WAY in part(one, "plain")) is (UNSUBSCRIBE in fields)


def test_without_a_greeting_nobody_is_greeted() -> None:
    mail = MAIL.but(greeting="")
    one = copy(personal(mail=mail), Recipient("ada@example.com", "Zephyr"))
    assert "Zephyr" not in part(one, "html") + part(one, "plain")


def test_nothing_in_a_greeting_is_evaluated() -> None:
    mail = MAIL.but(greeting="{{ 7*7 }} {first_name!r} {0} <b>{first_name}</b>: {first_name}")
    one = copy(personal(mail=mail), Recipient("ada@example.com", "{first_name} & <i>"))
    told = "{{ 7*7 }} {first_name!r} {0} <b>{first_name} & <i></b>: {first_name} & <i>"
    assert f"\n{told}\n" in part(one, "plain").replace("\r\n", "\n")
    assert ">{{ 7*7 }} {first_name!r} {0} &lt;b&gt;{first_name} &amp; &lt;i&gt;&lt;/b&gt;" in part(one, "html")


def test_words_in_an_issue_that_look_like_stand_ins_stay_words() -> None:
    titles = issue(title="\\0first-name:html\\0 {first_name}")
    current = released(titles, mail=MAIL)
    data = newsletter.render_personal(Edition(issue=titles), current, press(), BOTH)
    one = copy(data, Recipient("ada@example.com", "Ada"))
    assert "\\0first-name:html\\0 {first_name}" in part(one, "plain")


def test_a_theme_has_a_place_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsletter.Press, "print", lambda *_: "<!DOCTYPE html>\nnothing\n")
    with pytest.raises(newsletter.ThemeFaulty, match="does not show how the reader unsubscribes"):
        personal()


def test_a_greeting_changes_no_other_line(monkeypatch: pytest.MonkeyPatch) -> None:
    print_ = newsletter.Press.print

    def other(press_: Any, contents: Any, words: Any) -> str:
        html = print_(press_, contents, words)
        return html.replace("<title>", "<title>!") if contents.greeting else html

    monkeypatch.setattr(newsletter.Press, "print", other)
    with pytest.raises(newsletter.ThemeFaulty, match="other lines of the message change as well"):
        personal()


PERSONAL = personal(mail=MAIL.but(greeting="Dear {first_name}. From here on, {first_name}"))
PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" .="), max_size=100)


@settings(deadline=None)
@given(PRINTABLE.map(str.strip), st.text("abc.=&%~/?", max_size=400).map("https://example.com/{}".format))
def test_whatever_is_a_reader_s_own_arrives_as_it_is_and_breaks_no_line(name: str, way: str) -> None:
    one = copy(PERSONAL, Recipient("ada@example.com", name, way))
    head, _, body = one.message().partition(b"\r\n\r\n")
    assert max(map(len, body.split(b"\r\n"))) <= 76
    assert max(map(len, head.split(b"\r\n"))) <= 998
    assert not re.search(rb"^From ", body, re.MULTILINE)
    assert one.stuffed().replace(b"\r\n..", b"\r\n.") == one.message()
    plain = part(one, "plain").replace("\r\n", "\n")
    assert (f"\nDear {name}. From here on, {name}\n" in plain) is bool(name)
    assert f"Unsubscribe: {way}\n" in plain
    require_sendable(one.message())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (HEAD, "has no text below its head"),
        (HEAD + b"\r\na\0b\r\n", "has a NUL in it"),
        (HEAD + b"\r\na\nb\r\n", "has a line break that is not CRLF"),
        (HEAD + b"\r\na\rb\r\n", "has a line break that is not CRLF"),
        (HEAD + b"\r\n" + b"x" * 2_000 + b"\r\n", "has a line of more than 998 bytes"),
        (HEAD + b"To: eve@example.com\r\n\r\na\r\n", "does not have From, To, Date and Message-ID once each"),
        (HEAD.replace(b"From", b"X-From") + b"\r\na\r\n", "does not have From, To, Date and Message-ID once each"),
        (HEAD + b"\r\na", "does not end with a line break"),
    ],
)
def test_what_servers_would_change_is_not_sent(data: bytes, told: str) -> None:
    with pytest.raises(PublishingFailed) as found:
        template(data, NOW)
    assert found.value.message == f"The message cannot be sent as it is: it {told}."


def test_the_date_is_that_of_the_freezing() -> None:
    cut = template(MESSAGE, datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert b"Date: Sat, 02 Jan 2027 03:04:05 +0000\r\n" in cut.copy(Recipient("a@example.com"), "x@y").message()


def test_who_sends_is_found_however_it_is_written(tmp_path: Path) -> None:
    assert tmp_path
    senders = {name: template(hostile(name).eml, NOW).sender for name in NAMES if name.startswith("sender")}
    assert senders == {
        "sender: a comma": "news@example.com",
        "sender: Arabic": "news@example.com",
        "sender: IDN": "news@xn--bcher-kva.example",
        "sender: a long way": "newsletter@news.example.com",
        "sender: UTF-8": "büro@xn--bcher-kva.example",
    }
    assert template(message(publication().issues[0]).eml, NOW).sender == "news@example.com"
