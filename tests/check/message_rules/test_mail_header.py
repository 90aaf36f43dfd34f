import pytest
from tests.builders import message

from pressroom import check
from pressroom.model.finding import Severity

CLEAN = message(
    eml=b"Subject: The Aurora is\r\n home\r\nTo: all@a.example\r\n\r\nText\x00", subject="The Aurora is home"
)
FAULTY = message(subject="The Aurora is home\nBcc: everyone@a.example")


def test_folded_headers_are_fine() -> None:
    assert check.message(CLEAN) == ()


def test_a_line_break_in_the_subject_is_an_error_at_its_line() -> None:
    [finding] = check.message(FAULTY)
    assert (finding.severity, finding.rule) == (Severity.ERROR, "mail-header")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "The email's Subject holds a line break or an invisible control character."
    assert finding.hint == "Write it again on one line, by hand."


@pytest.mark.parametrize("character", ["\r", "\0", "\x1b", "\x7f", "\u2028", "\x85"])
def test_so_is_any_other_control_character(character: str) -> None:
    assert [finding.rule for finding in check.message(message(subject=f"a{character}b"))] == ["mail-header"]


def test_the_recipient_is_looked_at_as_well() -> None:
    [finding] = check.message(message(to=("desk@a.example", "all@a.example\nBcc: b@a.example")))
    assert finding.message.startswith("The email's To holds")


@pytest.mark.parametrize("header", [b"From: The \x00 Gangway <a@a.example>", b"X-Name: =?utf-8?q?a=00b?="])
def test_so_is_every_header_as_mail_programs_read_it(header: bytes) -> None:
    [finding] = check.message(message(eml=header + b"\r\n\r\n"))
    assert finding.rule == "mail-header"
