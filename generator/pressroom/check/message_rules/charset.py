"""The email's HTML does not say within its first 1,024 bytes how its letters are encoded.

Why: mail programs look no further, and then show é as Ã©. Source: HTML, section “Specifying the document's
character encoding”.

Bad:
    <head> … 2,000 bytes of style … <meta charset="utf-8">

Good:
    <head><meta charset="utf-8"> …
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "charset"
SEVERITY = Severity.ERROR

_FIRST = 1_024
"""Bytes that mail programs look at."""

_CHARSET = re.compile(rb"<meta\s[^>]*charset\s*=", re.IGNORECASE)


def find(email: Email) -> Iterator[Finding]:
    """Look for the charset at the beginning."""
    start = email.html[:_FIRST].encode("utf-8", "replace")[:_FIRST]
    if email.html and not _CHARSET.search(start):
        text = f"The first {_FIRST:,} bytes do not say how letters are encoded, so é may arrive as Ã©."
        yield email.error(NAME, 1, text, 'Begin <head> with <meta charset="utf-8">.')
