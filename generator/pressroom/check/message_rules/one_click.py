"""The message promises that one click is enough to leave, and nothing answers it.

Why: mail programs then send a POST to the https address in List-Unsubscribe, and tell the reader that it is
done. A mailto address or a static page cannot answer. Source: RFC 8058.

Bad:
    List-Unsubscribe: <mailto:news@example.com>
    List-Unsubscribe-Post: List-Unsubscribe=One-Click

Good:
    List-Unsubscribe: <mailto:news@example.com>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "one-click"
SEVERITY = Severity.ERROR


_FIELD, _VALUE = "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


def find(email: Email) -> Iterator[Finding]:
    """Look at the promise, and at the address behind it."""
    if email.envelope is None:
        return
    promise = email.envelope.field(_FIELD)
    address = (email.envelope.field("List-Unsubscribe") or "").lower()
    if promise is not None and "<https:" not in address:
        text = f"{_FIELD} promises leaving by one click, and there is no https address to answer it."
        hint = "Leave it out, or name an https address that answers a POST."
        yield email.header_error(NAME, _FIELD, text, hint)
    elif promise not in {None, _VALUE}:
        text = f"{_FIELD} does not say what mail programs look for."
        yield email.header_error(NAME, _FIELD, text, f"Write it just so: {_FIELD}: {_VALUE}")
