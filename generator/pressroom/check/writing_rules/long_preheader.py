"""A preheader is so long that a phone cuts it off.

Why: it is the second line of an inbox, and two lines of it are shown at most. `style.preheader_length` says how
many characters are allowed; else 130.
Source: what inboxes show was measured by emailtooltester.com: 99 characters in Apple Mail on an iPhone, fewer in
Gmail's app.

Bad:
    preheader: The Aurora comes home, three ships try a new rota from June, the pension fund has … (180 characters)

Good:
    preheader: The Aurora comes home, a new rota, and the pension fund answers.
"""

from collections.abc import Iterator

from pressroom.check.case import written
from pressroom.check.cutting import cut
from pressroom.check.reading import Reading
from pressroom.model.finding import Finding, Severity
from pressroom.model.issue import Issue

NAME = "long-preheader"
SEVERITY = Severity.WARNING

_MOST = 130
_SEEN = 90
"""Characters that any phone shows."""


def find(reading: Reading) -> Iterator[Finding]:
    """Measure an issue's preheader, which is its summary where it has none."""
    issue, most = reading.text, reading.style.preheader_length or _MOST
    if not isinstance(issue, Issue) or len(issue.preheader) <= most:
        return
    field = "preheader" if written(issue.source, "preheader") else "summary"
    message = f"A phone cuts the preheader off: {cut(issue.preheader, _SEEN)}."
    hint = f"It has {len(issue.preheader)} characters; up to {most} are fine."
    if field == "summary":
        hint += " The summary may stay: write a shorter `preheader` above it."
    yield reading.warning(NAME, issue.source.line(field), message, hint)
