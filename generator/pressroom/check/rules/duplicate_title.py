"""Two stories of one issue have the same title.

Why: in the list of contents, in the email and in search nobody can tell them apart.

Bad:
    title: News from the islands      (twice in one issue)

Good:
    title: News from Sandrey
"""

from collections import defaultdict
from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue, Story

NAME = "duplicate-title"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Compare the titles inside each issue, in each language."""
    for issue in case.issues():
        for first, *others in _by_title(issue).values():
            for story in others:
                message = f"“{story.title}” is the title of {first.source.path} as well."
                hint = "Say in the title what only this story has."
                yield warning(NAME, story.source.path, story.source.line("title"), message, hint)


def _by_title(issue: Issue) -> dict[str, list[Story]]:
    same: dict[str, list[Story]] = defaultdict(list)
    for story in issue.stories:
        if story.language == issue.language and not story.source.broken:
            same[story.title.casefold()].append(story)
    return same
