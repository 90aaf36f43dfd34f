"""A story's section is not one of the sections in publication.yml.

Why: the story would stand in no section, and readers who look there would miss it.

Bad:
    section: leadershp

Good:
    section: leadership
"""

from collections.abc import Iterator, Mapping

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.near import did_you_mean
from pressroom.model.roots import PUBLICATION

NAME = "unknown-section"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each story's section."""
    known = case.publication.sections
    for story in case.stories():
        if story.section is not None and story.section not in known and written(story.source, "section"):
            yield error(NAME, story.source.path, story.source.line("section"), *told(story.section, known))


def told(section: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return what is wrong with a section that is not known (id → title), and what to do."""
    otherwise = f"A new one is added under `sections` in {PUBLICATION}."
    return f"There is no section {section}.", did_you_mean(section, known, otherwise=otherwise)
