"""The message has no subject.

Why: the inbox shows “(no subject)”, and filters distrust it.

Bad:
    Subject:

Good:
    Subject: The Aurora is home
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.envelope import decoded
from pressroom.model.finding import Finding, Severity

NAME = "empty-subject"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at the subject as mail programs show it."""
    if email.envelope and not decoded(email.envelope.field("Subject") or "").strip():
        yield email.header_error(NAME, "Subject", "The message has no subject.", "Write what it is about.")
