"""Something is wider than a phone, and cannot become narrower.

Why: the email then scrolls sideways at 320 px. Rules for phones help only where `<style>` is read.

Bad:
    <table role="presentation" width="600">

Good:
    <table role="presentation" width="100%" style="max-width: 600px">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.css import inlined
from pressroom.check.email.email import style_of
from pressroom.check.email.measures import pixels
from pressroom.check.email.places import excerpt, once
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "fixed-width"
SEVERITY = Severity.WARNING

_PHONE = 320


def find(email: Email) -> Iterator[Finding]:
    """Measure what has a fixed width."""
    for what, line in once((excerpt(node), node) for node in email.body if _is_rigid(node)):
        text = f"{what} is wider than a phone's {_PHONE} px, and cannot become narrower."
        hint = (
            'Write style="width: 100%; max-width: …px", and keep the number in width="" for Outlook if it is a picture.'
        )
        yield email.warning(NAME, line, text, hint, "style.css")


def _is_rigid(node: Node) -> bool:
    if (pixels(node, "min-width") or 0) > _PHONE:
        return True
    limit = inlined(style_of(node)).get("max-width")
    if limit and (limit.value.endswith("%") or (pixels(node, "max-width") or 0) <= _PHONE):
        return False
    if node.tag in {"td", "th"}:  # a cell becomes as narrow as its table, whatever it says
        return False
    return (pixels(node, "width") or 0) > _PHONE
