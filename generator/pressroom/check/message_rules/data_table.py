"""A table of data says that it only arranges, or its headings do not say what they head.

Why: a screen reader reads the cells without telling what they are.

Bad:
    <table role="presentation"><tr><th>Route</th><th>Bicycles</th></tr>…

Good:
    <table><tr><th scope="col">Route</th><th scope="col">Bicycles</th></tr>…
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import line, words
from pressroom.check.email.places import excerpt, shorten
from pressroom.check.email.tables import headings, is_layout
from pressroom.model.finding import Finding, Severity

NAME = "data-table"
SEVERITY = Severity.ERROR

_SCOPES = {"col", "row", "colgroup", "rowgroup"}


def find(email: Email) -> Iterator[Finding]:
    """Look at the headings of each table."""
    for table in email.named("table"):
        found = headings(table)
        if found and is_layout(table):
            text = f"{excerpt(table)} has headings, and says that it only arranges."
            yield email.error(NAME, line(table), text, "Leave role out, or write <td> for <th>.")
            continue
        for heading in found:
            if heading.get("scope") not in _SCOPES:
                text = f"The table's heading “{shorten(words(heading))}” does not say what it heads."
                yield email.error(NAME, line(heading), text, 'Write <th scope="col">, or scope="row" before a row.')
