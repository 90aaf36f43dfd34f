"""A story's section is not one of the sections in publication.yml.

Why: the story would stand in no section, and readers who look there would miss it.

Bad:
    section: leadershp

Good:
    section: leadership
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.near import did_you_mean

NAME = "unknown-section"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each story's section."""
    known = case.publication.sections
    for story in case.stories():
        if story.section is not None and story.section not in known and written(story.source, "section"):
            otherwise = f"A new one is added under `sections` in {case.publication.source.path}."
            message = f"There is no section {story.section}."
            hint = did_you_mean(story.section, known, otherwise=otherwise)
            yield error(NAME, story.source.path, story.source.line("section"), message, hint)
