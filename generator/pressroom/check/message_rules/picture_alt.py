"""A picture has no alternative text.

Why: half of all readers see pictures only after a tap, and some never; without `alt` a screen reader says
the file's name. Source: WCAG 2.2, 1.1.1.

Bad:
    <img src="https://a.example/quay.jpg" width="600">

Good:
    <img src="https://a.example/quay.jpg" width="600" alt="The Aurora at Quay 3">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import excerpt, once
from pressroom.model.finding import Finding, Severity

NAME = "picture-alt"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look for the alternative text of each picture."""
    for what, line in once((excerpt(node), node) for node in email.named("img", "area") if node.get("alt") is None):
        yield email.error(NAME, line, f"{what} has no alternative text.", 'Write alt="…"; alt="" if it only decorates.')
