"""The email draws shapes or sets options for Outlook, and `<html>` does not say what their names mean.

Why: Outlook leaves out what begins with `v:` or `o:` where `xmlns:v` or `xmlns:o` is missing: the button is gone.

Bad:
    <html> … <v:roundrect>

Good:
    <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import tags
from pressroom.model.finding import Finding, Severity

NAME = "outlook-names"
SEVERITY = Severity.ERROR

_NAMES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w": "urn:schemas-microsoft-com:office:word",
}


def find(email: Email) -> Iterator[Finding]:
    """Look for prefixes in what only Outlook reads, and for what they stand for."""
    used = {tag.name.partition(":")[0] for one in email.conditionals for tag in tags(one.content) if ":" in tag.name}
    for root in email.elements[:1]:
        for prefix in sorted(used & _NAMES.keys()):
            if root.get(f"xmlns:{prefix}") != _NAMES[prefix]:
                text = f"What is written for Outlook begins with {prefix}:, and <html> does not say what that means."
                yield email.error(NAME, 1, text, f'Write it there: <html xmlns:{prefix}="{_NAMES[prefix]}">.')
