"""The message does not say which list it belongs to, or how to leave it.

Why: mail programs show a button for leaving, and sort by the list; where they cannot, people press “spam”.
Source: RFC 2919, RFC 2369.

Bad:
    no List-Unsubscribe

Good:
    List-Id: The Gangway <gangway.example.com>
    List-Unsubscribe: <mailto:gangway@example.com?subject=unsubscribe>
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "list-headers"
SEVERITY = Severity.WARNING

_FIELDS = {
    "List-Id": (re.compile(r".{0,900}<[^<>\s]{1,255}>", re.DOTALL), "List-Id: The Gangway <gangway.example.com>"),
    "List-Unsubscribe": (
        re.compile(r".+", re.DOTALL),
        "List-Unsubscribe: <mailto:news@example.com?subject=unsubscribe>",
    ),
}


def find(email: Email) -> Iterator[Finding]:
    """Look for the two headers."""
    if email.envelope is None:
        return
    for name, (shape, example) in _FIELDS.items():
        if not shape.fullmatch(email.envelope.field(name) or ""):
            text = f"The message has no {name} that mail programs understand."
            yield email.header_warning(NAME, name, text, f"Send it along, such as {example}")
