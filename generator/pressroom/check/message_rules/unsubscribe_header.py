"""List-Unsubscribe is written so that mail programs do not find the address in it.

Why: they look for `<mailto:…>` or `<https:…>`; some libraries fold a long one by encoding it, and the button
is gone. It may be folded at its commas only. Source: RFC 2369, section 2.

Bad:
    List-Unsubscribe: =?utf-8?q?=3Cmailto=3Anews=40example=2Ecom=3E?=

Good:
    List-Unsubscribe: <mailto:news@example.com?subject=unsubscribe>,
     <https://news.example.com/leave>
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "unsubscribe-header"
SEVERITY = Severity.ERROR

_ADDRESSES = re.compile(r"<(mailto|https?):[^<>\s]+>(\s*,\s*<(mailto|https?):[^<>\s]+>){0,20}", re.IGNORECASE)


def find(email: Email) -> Iterator[Finding]:
    """Look at the header as it stands."""
    value = email.envelope.field("List-Unsubscribe") if email.envelope else None
    if email.envelope and value and not _ADDRESSES.fullmatch(value):
        encoded = "=?" in value
        why = "is encoded" if encoded else "does not hold addresses in angle brackets"
        text = f"List-Unsubscribe {why}, so mail programs do not show their button for leaving."
        hint = "Write it as <mailto:…>, <https:…>, in plain ASCII, folded at the commas only."
        yield email.header_error(NAME, "List-Unsubscribe", text, hint)
