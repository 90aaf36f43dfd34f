"""Two issues have the same title and the same date.

Why: mostly last month's folder was copied and not all of it changed; readers would get last month's issue again.

Bad:
    title: The one about the fog      (in 2026-12, as in 2026-11)
    date: 2026-11-19

Good:
    title: The one where the Aurora comes home
    date: 2026-12-17
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue

NAME = "copied-issue"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Compare all issues in the default language; the one whose folder comes last is taken for the copy."""
    for issues in _alike(case):
        first, *others = sorted(issues, key=lambda issue: issue.id)
        for issue in others:
            message = f"{issue.id} has the title and the date of {first.id} ({first.source.place('title')})."
            hint = "If you copied that folder, change the title, the date and all the rest that is new."
            yield warning(NAME, issue.source.path, issue.source.line("title"), message, hint)


def _alike(case: Case) -> Iterator[list[Issue]]:
    alike: dict[tuple[str, datetime], list[Issue]] = defaultdict(list)
    for issue in case.issues():
        if issue.language == case.publication.language:
            alike[issue.title.casefold(), issue.date].append(issue)
    yield from alike.values()
