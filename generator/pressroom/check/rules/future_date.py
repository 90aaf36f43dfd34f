"""An issue has a date that is still to come, and nothing that holds it back.

Why: `date` is only the day printed on it, so that it would go out at once and cannot be called back.

Bad:
    date: 2026-12-17      (merged in November)

Good:
    date: 2026-12-17
    publish_at: 2026-12-17
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning

NAME = "future-date"
SEVERITY = Severity.WARNING

_GRACE = timedelta(days=1)
"""An issue may be finished on the eve of its day."""


def find(case: Case) -> Iterator[Finding]:
    """Look at the issues in the default language; translations have its date."""
    zone = case.publication.zone()
    for issue in case.issues():
        unheld = not issue.draft and issue.publish_at is None and issue.language == case.publication.language
        if unheld and issue.date - case.now > _GRACE:
            day = _written(issue.date.astimezone(zone))
            message = f"The date, {day}, does not hold this issue back: it would be published at once."
            yield warning(
                NAME, issue.source.path, issue.source.line("date"), message, f"For later, write: publish_at: {day}"
            )


def _written(moment: datetime) -> str:
    midnight = (moment.hour, moment.minute) == (0, 0)
    return f"{moment:%Y-%m-%d}" if midnight else f"{moment:%Y-%m-%d %H:%M}"
