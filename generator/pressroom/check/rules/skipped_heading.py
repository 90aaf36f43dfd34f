"""A heading skips a level, or stands as high as the title.

Why: people who listen jump from heading to heading, and levels are their map. The text's title is
level 1 already, so a text begins with level 2.

Bad:
    ## What happened
    #### On the quay

Good:
    ## What happened
    ### On the quay
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.references import Text

NAME = "skipped-heading"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Follow the levels of each text's headings."""
    for text in case.texts():
        yield from _levels(text)


def _levels(text: Text) -> Iterator[Finding]:
    above = 1
    for heading in text.prose.headings:
        place, deepest = (NAME, text.source.path, heading.line), max(above, 1) + 1
        if heading.level == 1:
            message = f"“{heading.text}” stands as high as the title."
            yield warning(*place, message, f"Write: ## {heading.text}")
        elif heading.level > deepest:
            message = f"“{heading.text}” is a heading of level {heading.level} below one of level {above}."
            yield warning(*place, message, f"Write: {'#' * deepest} {heading.text}")
        above = heading.level
