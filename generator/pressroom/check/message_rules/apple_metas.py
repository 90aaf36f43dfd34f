"""The email lets Apple's Mail turn numbers into links, or resize what it thinks is too wide.

Why: dates and amounts turn blue and lose their contrast, and the layout is scaled. Source: goodemailcode.com.

Bad:
    <head> without these two

Good:
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
    <meta name="x-apple-disable-message-reformatting">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "apple-metas"
SEVERITY = Severity.WARNING

_METAS = {
    "format-detection": ' content="telephone=no, date=no, address=no, email=no, url=no"',
    "x-apple-disable-message-reformatting": "",
}


def find(email: Email) -> Iterator[Finding]:
    """Look for the two metas."""
    for name, content in _METAS.items():
        if email.elements and email.meta(name) is None:
            text = f'<meta name="{name}"> is missing, so Apple\'s Mail changes what it shows.'
            yield email.warning(NAME, 1, text, f'Write into <head>: <meta name="{name}"{content}>')
