"""A link leads to an episode of a private show, so readers get its words without the link.

Why: such an episode has no page on the site; those who may hear it have it in their podcast app.

Bad:
    Listen to [the captain](../../../podcast/episodes/2026-11-ask-the-captain/episode.md).

Good:
    Listen to the captain in your podcast app.
"""

from collections.abc import Iterator

from pressroom.check.case import Case, links_of
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.references import Private, Standing

NAME = "private-link"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Resolve each link of each text as if everything were published."""
    for text in case.texts() if Standing.PRIVATE in case.directory.standings else ():
        for link in links_of(text):
            way = case.directory.resolve(text, link.target)
            if isinstance(way, Private):
                message = f"The show is private, so {link.target} is not on the site and this becomes plain text."
                hint = f"Listeners have “{way.title}” in their podcast app: say so, without a link."
                yield warning(NAME, text.source.path, link.line, message, hint)
