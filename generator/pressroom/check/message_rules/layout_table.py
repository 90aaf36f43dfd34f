"""A table that only arranges does not say so.

Why: a screen reader announces it as data: “table, 12 rows, column 1 of 1”, at each of them.

Bad:
    <table width="100%">

Good:
    <table role="presentation" width="100%">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import tags
from pressroom.check.email.email import line
from pressroom.check.email.places import excerpt, once_at
from pressroom.check.email.tables import headings, is_layout
from pressroom.model.finding import Finding, Severity

NAME = "layout-table"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at each table without headings, also of what only Outlook reads."""
    plain = [(excerpt(node), line(node)) for node in email.named("table") if not is_layout(node) and not headings(node)]
    ghosts = [
        ("A <table> for Outlook", one.line + tag.line)
        for one in email.conditionals
        if one.is_outlook()
        for tag in tags(one.content)
        if tag.name == "table" and not tag.closes and tag.attributes.get("role") not in {"presentation", "none"}
    ]
    for what, at in once_at([*plain, *ghosts]):
        text = f"{what} does not say whether it arranges or holds data."
        yield email.error(
            NAME, at, text, 'If it arranges, write role="presentation"; if not, mark its headings by <th>.'
        )
