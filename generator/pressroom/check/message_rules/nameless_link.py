"""A link or a heading has no words.

Why: with pictures off nobody sees it, and a screen reader reads out its address. Source: WCAG 2.2, 2.4.4.

Bad:
    <a href="https://a.example/"><img src="…" alt=""></a>

Good:
    <a href="https://a.example/"><img src="…" alt="The Aurora comes home"></a>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import words
from pressroom.check.email.places import excerpt, once
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "nameless-link"
SEVERITY = Severity.ERROR

_NAMED = {"a", "h1", "h2", "h3", "h4", "h5", "h6"}


def find(email: Email) -> Iterator[Finding]:
    """Look at the words of each link and heading, and at those of the pictures in it."""
    found = ((excerpt(node), node) for node in email.body if node.tag in _NAMED and _is_nameless(node))
    for what, line in once(found):
        hint = "Write words into it, or an alt text for its picture."
        yield email.error(NAME, line, f"{what} has no words, so with pictures off it is not there.", hint)


def _is_nameless(node: Node) -> bool:
    if node.tag == "a" and (node.get("href") is None or node.get("aria-hidden") == "true"):
        return False
    told = (
        node.get("aria-label", ""),
        node.get("title", ""),
        *(picture.get("alt", "") for picture in node.iter("img")),
    )
    return not words(node) and not any(map(str.strip, told))
