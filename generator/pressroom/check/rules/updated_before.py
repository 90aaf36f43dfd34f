"""Something is said to have been updated before it appeared.

Why: feeds and search engines believe the later of the two, so a real change goes unnoticed.

Bad:
    date: 2026-11-19
    updated: 2026-11-09

Good:
    date: 2026-11-19
    updated: 2026-11-23
"""

from collections.abc import Iterator
from datetime import datetime

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue, Story
from pressroom.model.podcast import Episode

NAME = "updated-before"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Hold `updated` against the date of each issue, of the issue of each story, and of each episode."""
    for text, appeared, whose in _dated(case):
        if written(text.source, "updated") and text.updated.date() < appeared.date():
            message = f"`updated` is {text.updated:%Y-%m-%d}, before the date of {whose}, {appeared:%Y-%m-%d}."
            hint = f"Write the day of the change, {appeared:%Y-%m-%d} or later; or delete the line."
            yield warning(NAME, text.source.path, text.source.line("updated"), message, hint)


def _dated(case: Case) -> Iterator[tuple[Issue | Story | Episode, datetime, str]]:
    """Give each text with the moment that it cannot have been changed before, where that is known."""
    dates = {issue.id: issue for issue in case.issues() if written(issue.source, "date")}
    for issue in case.issues():
        if issue.id in dates:
            yield issue, dates[issue.id].date, "the issue"
            yield from (
                (story, dates[issue.id].date, "its issue")
                for story in issue.stories
                if story.language == issue.language and not story.source.broken
            )
    yield from ((one, one.date, "the episode") for one in case.episodes() if written(one.source, "date"))
