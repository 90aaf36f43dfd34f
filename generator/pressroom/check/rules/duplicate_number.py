"""Two issues have one number.

Why: readers who look for “issue 47” find two, and nobody knows which one was meant.

Bad:
    number: 47      (in 2026-12, when 2026-11 has it)

Good:
    number: 48
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Issue

NAME = "duplicate-number"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Compare the numbers of all issues; the oldest keeps its number, translations are one issue."""
    numbered = _by_number(case)
    free = count(1 + max(numbered, default=0))
    for issue, first in sorted(_doubles(numbered), key=lambda double: _age(double[0])):
        message = f"{issue.id} and {first.id} are both number {issue.number} ({first.source.place('number')})."
        hint = f"The next free number is {(number := next(free))}. Write: number: {number}"
        yield error(NAME, issue.source.path, issue.source.line("number"), message, hint)


def _doubles(numbered: Mapping[int, Mapping[str, Issue]]) -> Iterator[tuple[Issue, Issue]]:
    """Give each issue that has the number of an older one, and that one."""
    for issues in numbered.values():
        first, *others = sorted(issues.values(), key=_age)
        yield from ((issue, first) for issue in others)


def _age(issue: Issue) -> tuple[datetime, str]:
    return issue.date, issue.source.path


def _by_number(case: Case) -> dict[int, dict[str, Issue]]:
    numbered: dict[int, dict[str, Issue]] = defaultdict(dict)
    for issue in case.issues():
        if issue.number is not None:
            numbered[issue.number].setdefault(issue.id, issue)
    return numbered
