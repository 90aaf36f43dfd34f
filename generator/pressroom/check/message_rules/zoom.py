"""The email does not adapt to phones, or keeps people from zooming.

Why: who sees badly enlarges what they read. Source: WCAG 2.2, 1.4.4.

Bad:
    <meta name="viewport" content="width=device-width, user-scalable=no">

Good:
    <meta name="viewport" content="width=device-width, initial-scale=1">
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "zoom"
SEVERITY = Severity.ERROR

_FIXED = re.compile(r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01]\b", re.IGNORECASE)
_GOOD = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def find(email: Email) -> Iterator[Finding]:
    """Look at the viewport."""
    viewport = email.meta("viewport")
    if email.elements and viewport is None:
        text = "There is no viewport, so phones show the email small, as on a desk's screen."
        yield email.error(NAME, 1, text, f"Write into <head>: {_GOOD}")
    elif viewport and _FIXED.search(viewport):
        yield email.error(NAME, 1, f"The viewport “{viewport}” keeps people from zooming.", f"Write instead: {_GOOD}")
