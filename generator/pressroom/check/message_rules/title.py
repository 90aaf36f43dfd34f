"""The email has no title.

Why: it is what a screen reader says first, and what a browser's tab shows. Source: WCAG 2.2, 2.4.2.

Bad:
    <title></title>

Good:
    <title>The Aurora is home</title>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import words
from pressroom.model.finding import Finding, Severity

NAME = "title"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at the title."""
    if email.elements and not any(map(words, email.named("title"))):
        yield email.error(NAME, 1, "The email has no <title>.", "Write one into <head>: the subject.")
