"""An issue's `stories` or `newsletter` names a story that is not in its folder.

Why: the order, or the message, that was meant is not the one that readers get.

Bad:
    stories: [why-we-waitd, open-enrolment]

Good:
    stories: [why-we-waited, open-enrolment]
"""

from collections.abc import Iterator, Mapping

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Issue
from pressroom.model.near import did_you_mean, listed

NAME = "unknown-story"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each slug that an issue lists, and each of whose story it says how much the message tells."""
    homes = _homes(case)
    for issue in case.issues():
        known = {story.slug: story.title for story in issue.stories}
        for slug, field in _named(issue):
            if slug not in known:
                message = f"There is no story {slug} in this issue."
                yield error(NAME, issue.source.path, issue.source.line(field), message, _hint(slug, known, homes))


def _named(issue: Issue) -> Iterator[tuple[str, str]]:
    """Give each slug that the issue's own file names, with its field."""
    if written(issue.source, "stories"):
        yield from ((slug, f"stories.{position}") for position, slug in enumerate(issue.listed))
    if written(issue.source, "newsletter"):
        yield from ((slug, f"newsletter.{slug}") for slug in issue.newsletter)


def _hint(slug: str, known: Mapping[str, str], homes: Mapping[str, list[str]]) -> str:
    if slug in homes:
        where = listed(dict.fromkeys(homes[slug]))
        return f"It is a story of {where}; an issue names only its own. Delete the line, or link to it in the text."
    stem = slug.removesuffix(".md")
    if stem != slug and stem in known:
        return f"Write {stem}, without .md."
    return did_you_mean(slug, known, otherwise="A story's slug is its file's name without .md.")


def _homes(case: Case) -> dict[str, list[str]]:
    """Return from a slug to the issues that have such a story."""
    homes: dict[str, list[str]] = {}
    for issue in case.issues():
        for story in issue.stories:
            homes.setdefault(story.slug, []).append(issue.id)
    return homes
