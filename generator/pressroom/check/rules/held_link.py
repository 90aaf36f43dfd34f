"""A link leads to something that is not published yet, so readers get its words without the link.

Why: a promise of more, and no way to it. The link comes back when its target is published.

Bad:
    More in [the December issue](../2026-12/issue.md).      (which is a draft)

Good:
    More in the December issue.
"""

from collections.abc import Iterator

from pressroom.check.case import Case, links_of
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.references import Held, Standing

NAME = "held-link"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Resolve each link of each text that readers see now."""
    for text in case.texts() if Standing.HELD in case.visible.standings else ():
        if case.is_held(text):
            continue
        for link in links_of(text):
            way = case.visible.resolve(text, link.target)
            if isinstance(way, Held):
                message = f"{link.target} is not published yet, so this becomes plain text."
                hint = f"Publish “{way.title}” with it, or leave the link out for now."
                yield warning(NAME, text.source.path, link.line, message, hint)
