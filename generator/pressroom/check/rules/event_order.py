"""An event ends before it begins, or at the same moment.

Why: calendars refuse such an event, or show it in a place where nobody looks.

Bad:
    start: 2026-11-28T19:00
    end: 2026-11-28T01:30

Good:
    start: 2026-11-28T19:00
    end: 2026-11-29T01:30
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from pressroom.check.case import Case, own_events
from pressroom.model.event import Event
from pressroom.model.finding import Finding, Severity, error

NAME = "event-order"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look at the events of each issue, in each language that has its own."""
    for issue in case.issues():
        for position, event in own_events(issue):
            if event.end and not event.runs_forwards():
                same = "when" if event.end == event.start else "before"
                message = f"“{event.title}” ends {same} it begins."
                line = issue.source.line(f"events.{position}.end")
                yield error(NAME, issue.source.path, line, message, _hint(event, event.end))


def _hint(event: Event, end: datetime) -> str:
    later = end + timedelta(days=1)
    same_day = end.date() == event.start.date()
    if not event.all_day and same_day and event.start < later <= event.start + timedelta(hours=12):
        return f"After midnight it is the next day: end: {later:%Y-%m-%dT%H:%M}"
    return "Correct one of the two; if you do not know when it ends, leave `end` out."
