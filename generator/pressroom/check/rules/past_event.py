"""An event is over before the issue that tells of it comes out.

Why: nobody can go there any more; mostly the date is from last month's folder, or the year is wrong.

Bad:
    date: 2026-11-19      (the issue's)
    start: 2026-10-24     (the event's)

Good:
    start: 2026-11-24
"""

from collections.abc import Iterator

from pressroom.check.case import Case, own_events
from pressroom.model.finding import Finding, Severity, warning

NAME = "past-event"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Look at the events of each issue, in each language that has its own."""
    for issue in case.issues():
        for position, event in own_events(issue):
            if event.runs_forwards() and event.over() <= issue.appears():
                message = f"“{event.title}” is over before this issue comes out."
                hint = "Correct its date, or tell in the text how it was and take the event out."
                line = issue.source.line(f"events.{position}.start")
                yield warning(NAME, issue.source.path, line, message, hint)
