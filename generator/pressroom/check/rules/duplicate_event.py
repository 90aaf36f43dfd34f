"""An issue has the same event twice: one title, one beginning.

Why: readers find it twice in the list and in their calendars, and wonder which of the two to go to.

Bad:
    - title: Pension hour
      start: 2026-11-25T10:00
    - title: Pension hour
      start: 2026-11-25T10:00
      place: Sandrey

Good:
    - title: Pension hour, Averby
      start: 2026-11-25T10:00
    - title: Pension hour, Sandrey
      start: 2026-11-25T10:00
"""

from collections.abc import Iterator
from datetime import datetime

from pressroom.check.case import Case, own_events
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue

NAME = "duplicate-event"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Compare the events inside each issue, in each language that has its own."""
    for issue in case.issues():
        yield from _twice(issue)


def _twice(issue: Issue) -> Iterator[Finding]:
    first: dict[tuple[str, datetime], int] = {}
    for position, event in own_events(issue):
        line = issue.source.line(f"events.{position}.title")
        what = (event.title.casefold(), event.start)
        if what in first:
            message = f"“{event.title}” stands in line {first[what]} already, with the same beginning."
            yield warning(
                NAME, issue.source.path, line, message, "Delete one of the two, or say what tells them apart."
            )
        first.setdefault(what, line)
