r"""A line break or a control character stands in what becomes a mail header.

Why: behind a line break a mail server reads a new header, such as another recipient; others refuse
the whole message. Source: RFC 5322, section 2.2.

Bad:
    subject: "The Aurora is home\nBcc: everyone@example.com"

Good:
    subject: The Aurora is home
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from unicodedata import category

from pressroom.model.finding import Finding, Severity, error
from pressroom.model.message import Message

NAME = "mail-header"
SEVERITY = Severity.ERROR


def find(message: Message) -> Iterator[Finding]:
    """Look at what was asked for, and at each header of the message as mail programs read it."""
    source = message.edition.issue.source
    for name, value in _headers(message):
        if any(category(character) in {"Cc", "Zl", "Zp"} for character in value):
            text = f"The email's {name} holds a line break or an invisible control character."
            yield error(NAME, source.path, source.line(name.lower()), text, "Write it again on one line, by hand.")


def _headers(message: Message) -> Iterator[tuple[str, str]]:
    yield "Subject", message.edition.issue.subject
    yield from (("To", address) for address in message.edition.to)
    parsed = message_from_bytes(message.eml, policy=policy.default)
    yield from ((name, str(value)) for name, value in parsed.items())
