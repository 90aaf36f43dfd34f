"""An issue's date does not fit its folder's name, or its number.

Why: the newest issue leads on the front page and in feeds, and one that is dated wrongly is found by nobody.

Bad:
    date: 2016-11-19      (in content/issues/2026-11/)

Good:
    date: 2026-11-19
"""

import re
from collections.abc import Iterator
from datetime import datetime

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue

NAME = "issue-date"
SEVERITY = Severity.WARNING

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?!\d)")
_NEAR = 2
"""Months that a date may be away from those of its folder: some are named after when they were begun."""


def find(case: Case) -> Iterator[Finding]:
    """Hold each issue's date against its folder's name, or else against the numbers around it."""
    issues = [issue for issue in case.issues() if written(issue.source, "date")]
    amiss = [issue for issue in issues if _is_far(issue)]
    for issue in amiss:
        message = f"The issue is dated {_day(issue.date)}, and its folder is called {issue.id}."
        yield _warning(issue, message, f"Correct the date, such as date: {issue.id[:7]}-{issue.date:%d}")
    for wrong, other in _out_of_order([issue for issue in issues if issue not in amiss]):
        order = "before" if wrong.date < other.date else "after"
        message = (
            f"Issue {wrong.number} is dated {_day(wrong.date)}, {order} issue {other.number} of {_day(other.date)}."
        )
        yield _warning(wrong, message, "Look at the year, or at the number.")


def _warning(issue: Issue, message: str, hint: str) -> Finding:
    return warning(NAME, issue.source.path, issue.source.line("date"), message, hint)


def _is_far(issue: Issue) -> bool:
    found = _MONTH.match(issue.id)
    if not found:
        return False
    months = int(found[1]) * 12 + int(found[2])
    return abs(issue.date.year * 12 + issue.date.month - months) > _NEAR


def _out_of_order(issues: list[Issue]) -> Iterator[tuple[Issue, Issue]]:
    """Give each issue whose date is out of the numbers' order, with the one that it is held against."""
    counted = sorted((issue for issue in issues if issue.number), key=lambda issue: issue.number or 0)
    for at in range(1, len(counted)):
        before, after = counted[at - 1], counted[at]
        if before.date > after.date and before.number != after.number:  # two with one number are told of already
            earlier = counted[at - 2].date if at > 1 else after.date
            yield (before, after) if after.date >= earlier and at > 1 else (after, before)


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
