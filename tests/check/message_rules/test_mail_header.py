"""The headers of a message that was made here, and what was asked for them."""

import pytest
from tests.check.message_rules.opened import Passages, good, made

from pressroom.check import examining
from pressroom.model.finding import Finding
from pressroom.model.message import Message


def _found(message: Message) -> list[Finding]:
    return [finding for finding in examining.message(message) if finding.rule == "mail-header"]


@pytest.mark.parametrize("character", ["\n", "\r", "\0", "\x1b", "\x7f", "\u2028", "\x85"])
def test_a_control_character_in_the_subject_is_an_error_at_its_line(character: str) -> None:
    [finding] = _found(made(good(), subject=f"The Aurora{character}is home"))
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "The email's Subject holds a line break or an invisible control character."
    assert finding.hint == "Write it again on one line, by hand."


def test_the_recipient_is_looked_at_as_well() -> None:
    [finding] = _found(made(good(), to=("desk@a.example", "all@a.example\nBcc: b@a.example")))
    assert finding.message.startswith("The email's To holds")


@pytest.mark.parametrize("header", ["From: The \0 Gangway <a@a.example>", "X-Name: =?utf-8?q?a=00b?="])
def test_so_is_every_header_as_mail_programs_read_it(header: str) -> None:
    html, text, head = good()
    [finding] = _found(made(Passages(html, text, f"{header}\n{head}")))
    assert (finding.path, finding.line) == ("build/email/2026-11/en.eml", 1)
