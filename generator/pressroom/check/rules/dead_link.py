"""A link leads to a file or a heading that is not there.

Why: whoever follows it is stuck, and trusts the next link less.

Bad:
    Vote on [the rota](rota.md) before Friday.

Good:
    Vote on [the rota](rota-decision.md) before Friday.
"""

from collections.abc import Iterator

from pressroom.check.case import Case, links_of
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.references import Dead

NAME = "dead-link"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Resolve each link of each text as if everything were published."""
    for text in case.texts():
        for link in links_of(text):
            way = case.directory.resolve(text, link.target)
            if isinstance(way, Dead):
                yield error(NAME, text.source.path, link.line, way.reason, way.hint)
