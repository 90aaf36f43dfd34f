"""A picture does not say how wide it is.

Why: Outlook shows it in its full size, and a sharp picture is twice too wide. It reads whole numbers only.

Bad:
    <img src="…" alt="…" style="width: 100%">

Good:
    <img src="…" alt="…" width="600" style="width: 100%; max-width: 600px">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import excerpt, once
from pressroom.model.finding import Finding, Severity

NAME = "picture-width"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at the width of each picture."""
    found = ((excerpt(node), node) for node in email.named("img") if not node.get("width", "").strip().isdecimal())
    for what, line in once(found):
        hint = 'Write its width in CSS pixels, a whole number without a unit, such as width="600".'
        yield email.error(NAME, line, f"Outlook is not told how wide {what} is.", hint)
