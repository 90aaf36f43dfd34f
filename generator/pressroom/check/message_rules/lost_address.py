"""A link or a picture in a message has no address.

Why: in an email an empty link opens nothing, or the mail program's own start page, and an empty
picture is a broken frame.

Bad:
    <a href="">Read on</a>

Good:
    <a href="https://news.example.com/issues/2026-11/">Read on</a>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import words
from pressroom.check.email.places import once, shorten
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "lost-address"
SEVERITY = Severity.ERROR

_EMPTY = {"", "#"}


def find(email: Email) -> Iterator[Finding]:
    """Look at the address of each link and each picture."""
    for what, line in once((_told(node), node) for node in email.elements if _is_empty(node)):
        hint = "If the text has an address there, the template lost it; else leave the link out."
        yield email.error(NAME, line, f"{what} has no address.", hint)


def _told(node: Node) -> str:
    return f"The picture “{node.get('alt', '')}”" if node.tag == "img" else f"The link “{shorten(words(node))}”"


def _is_empty(node: Node) -> bool:
    address = node.get("src", "") if node.tag == "img" else node.get("href", "a place to link to")
    return address.strip() in _EMPTY
