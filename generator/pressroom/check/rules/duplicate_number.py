"""Two issues have one number.

Why: readers who look for “issue 47” find two, and nobody knows which one was meant.

Bad:
    number: 47      (in 2026-12, when 2026-11 has it)

Good:
    number: 48
"""

from collections import defaultdict
from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Issue

NAME = "duplicate-number"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Compare the numbers of all issues; the oldest keeps its number, translations are one issue."""
    numbered = _by_number(case)
    for number, issues in numbered.items():
        first, *others = sorted(issues.values(), key=lambda issue: (issue.date, issue.source.path))
        for issue in others:
            message = f"{issue.id} and {first.id} are both number {number} ({first.source.place('number')})."
            hint = f"The next free number is {max(numbered) + 1}. Write: number: {max(numbered) + 1}"
            yield error(NAME, issue.source.path, issue.source.line("number"), message, hint)


def _by_number(case: Case) -> dict[int, dict[str, Issue]]:
    numbered: dict[int, dict[str, Issue]] = defaultdict(dict)
    for issue in case.issues():
        if issue.number is not None:
            numbered[issue.number].setdefault(issue.id, issue)
    return numbered
