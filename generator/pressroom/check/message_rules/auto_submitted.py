"""The message does not say that a program sent it.

Why: everybody who is away answers it, and all these answers go to the sender. Source: RFC 3834, section 5.

Bad:
    neither of the two

Good:
    Auto-Submitted: auto-generated
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "auto-submitted"
SEVERITY = Severity.WARNING


def find(email: Email) -> Iterator[Finding]:
    """Look for either of the two ways to say so."""
    if email.envelope is None:
        return
    automatic = (email.envelope.field("Auto-Submitted") or "no").lower() != "no"
    bulk = (email.envelope.field("Precedence") or "").lower() in {"bulk", "list"}
    if not automatic and not (bulk and email.envelope.field("X-Auto-Response-Suppress")):
        text = "The message does not say that a program sent it, so whoever is away answers it."
        yield email.header_warning(NAME, "", text, "Send along: Auto-Submitted: auto-generated")
