"""The message has no name of its own, or no date.

Why: servers add their own, each another, so that nobody can tell whether it arrived twice; and filters
distrust it. Source: RFC 5322, section 3.6.

Bad:
    no Message-ID

Good:
    Message-ID: <684da4bee417954e@example.com>
    Date: Thu, 19 Nov 2026 00:00:00 +0100
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "message-identity"
SEVERITY = Severity.ERROR

_ID = re.compile(r"<[^<>@\s]{1,400}@[^<>@\s]{1,400}>")


def find(email: Email) -> Iterator[Finding]:
    """Look at both headers."""
    if email.envelope is None:
        return
    if not _ID.fullmatch(email.envelope.field("Message-ID") or ""):
        text = "The message has no Message-ID of the form <name@domain>."
        hint = "Make one that is the same whenever the same message is made."
        yield email.header_error(NAME, "Message-ID", text, hint)
    if not _is_date(email.envelope.field("Date") or ""):
        text = "The message has no Date that can be read."
        hint = "Write it as Date: Thu, 19 Nov 2026 00:00:00 +0100."
        yield email.header_error(NAME, "Date", text, hint)


def _is_date(value: str) -> bool:
    try:
        parsedate_to_datetime(value)
    except (ValueError, OverflowError, IndexError, TypeError):
        return False
    return True
