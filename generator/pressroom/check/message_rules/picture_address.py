"""A picture's address is one that mail programs cannot load.

Why: an email has no place of its own, so an address has to be whole; `data:` is dropped by Gmail and Outlook,
and `http:` by those that load pictures safely.

Bad:
    <img src="/pictures/quay.jpg">

Good:
    <img src="https://a.example/pictures/quay.jpg">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import excerpt, once
from pressroom.model.finding import Finding, Severity

NAME = "picture-address"
SEVERITY = Severity.ERROR

_ATTRIBUTES = ("src", "background")


def find(email: Email) -> Iterator[Finding]:
    """Look at the address of each picture; a message that was made here has the publication's own."""
    good = ("https://", "cid:") if email.edition is None else ("https://", "http://")
    found = (
        (excerpt(node), node)
        for node in email.elements
        for name in _ATTRIBUTES
        if node.get(name, "").strip() and not node.get(name, "").strip().lower().startswith(good)
    )
    for what, line in once(found):
        text = f"Mail programs cannot load the picture of {what}."
        yield email.error(NAME, line, text, "Give it a whole address that begins with https://.")
