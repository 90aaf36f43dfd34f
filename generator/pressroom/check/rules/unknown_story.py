"""An issue's `stories` names a story that is not in its folder.

Why: the order that was meant is not the order that readers get.

Bad:
    stories: [why-we-waitd, open-enrolment]

Good:
    stories: [why-we-waited, open-enrolment]
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.near import did_you_mean

NAME = "unknown-story"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each slug that an issue lists."""
    for issue in case.issues():
        known = {story.slug: story.title for story in issue.stories}
        for position, slug in enumerate(issue.listed):
            if slug not in known and written(issue.source, "stories"):
                message = f"There is no story {slug} in this issue."
                hint = did_you_mean(slug, known, otherwise="A story's slug is its file's name without .md.")
                yield error(NAME, issue.source.path, issue.source.line(f"stories.{position}"), message, hint)
