r"""A line break or a control character stands in what becomes a mail header.

Why: behind a line break a mail server reads a new header, such as another recipient; others refuse
the whole message. Source: RFC 5322, section 2.2.

Bad:
    subject: "The Aurora is home\nBcc: everyone@example.com"

Good:
    subject: The Aurora is home
"""

from collections.abc import Iterator
from unicodedata import category

from pressroom.check.email import Email
from pressroom.check.email.envelope import decoded
from pressroom.model.finding import Finding, Severity, error

NAME = "mail-header"
SEVERITY = Severity.ERROR

_HINT = "Write it again on one line, by hand."


def find(email: Email) -> Iterator[Finding]:
    """Look at what was asked for, and at each header of the message as mail programs read it."""
    if email.edition:
        source = email.edition.issue.source
        for name, value in (("Subject", email.edition.issue.subject), *(("To", to) for to in email.edition.to)):
            if _breaks(value):
                yield error(NAME, source.path, source.line(name.lower()), _text(name), _HINT)
    for name, value in email.envelope.fields if email.envelope else ():
        if email.envelope and _breaks(decoded(value).replace("\t", " ")):
            yield email.header_error(NAME, name, _text(name), _HINT)


def _text(name: str) -> str:
    return f"The email's {name} holds a line break or an invisible control character."


def _breaks(value: str) -> bool:
    return any(category(character) in {"Cc", "Zl", "Zp"} for character in value)
