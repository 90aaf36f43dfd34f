"""A subject is so long that a phone cuts it off.

Why: most of us see an inbox on a phone first. What stands behind the fortieth character is read by those alone who
open the message. `style.subject_length` says how many characters are allowed; else 60.
Source: what inboxes show was measured by emailtooltester.com: 48 characters in Apple Mail on an iPhone, fewer in
Gmail's app.

Bad:
    subject: Open enrolment starts Monday: what is new, what stays as it is, and what you have to do

Good:
    subject: Open enrolment starts Monday
"""

from collections.abc import Iterator

from pressroom.check.case import written
from pressroom.check.cutting import cut
from pressroom.check.reading import Reading
from pressroom.model.finding import Finding, Severity
from pressroom.model.issue import Issue

NAME = "long-subject"
SEVERITY = Severity.WARNING

_MOST = 60
_SEEN = 38
"""Characters that any phone shows."""


def find(reading: Reading) -> Iterator[Finding]:
    """Measure an issue's subject, which is its title where it has none."""
    issue, most = reading.text, reading.style.subject_length or _MOST
    if not isinstance(issue, Issue) or len(issue.subject) <= most:
        return
    field = "subject" if written(issue.source, "subject") else "title"
    message = f"A phone cuts the subject off: {cut(issue.subject, _SEEN)}"
    hint = f"It has {len(issue.subject)} characters; up to {most} are fine. Begin with what matters."
    if field == "title":
        hint += " The title may stay: write a shorter `subject` below it."
    yield reading.warning(NAME, issue.source.line(field), f"{message}.", hint)
