"""Outlook on Windows is not told how wide the email is.

Why: it does not know `max-width`, and makes the email as wide as its window. A ghost table, which it alone
reads, has the width. Source: Cerberus.

Bad:
    <div style="max-width: 640px">…</div>

Good:
    <!--[if mso]><table role="presentation" width="640"><tr><td><![endif]-->
    <div style="max-width: 640px">…</div>
    <!--[if mso]></td></tr></table><![endif]-->
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import Tag, tags
from pressroom.check.email.css import inlined
from pressroom.check.email.email import line
from pressroom.check.email.looks import size
from pressroom.check.email.measures import pixels
from pressroom.model.finding import Finding, Severity

NAME = "outlook-width"
SEVERITY = Severity.WARNING

_NARROWEST = 300
"""What is narrower is a column or a picture."""


def find(email: Email) -> Iterator[Finding]:
    """Look for a table with a width that Outlook reads."""
    limits = [node for node in email.body if node.tag != "img" and (pixels(node, "max-width") or 0) >= _NARROWEST]
    fixed = any(node.tag == "table" and node.get("width", "").isdecimal() for node in email.body)
    ghost = any(_is_fixed(tag) for one in email.conditionals if one.is_outlook() for tag in tags(one.content))
    if limits and not fixed and not ghost:
        text = "The email's width is given by max-width alone, which Outlook on Windows does not know."
        hint = 'Put <!--[if mso]><table role="presentation" width="640"><tr><td><![endif]--> around it.'
        yield email.warning(NAME, line(limits[0]), text, hint)


def _is_fixed(tag: Tag) -> bool:
    width = inlined(tag.attributes.get("style", "")).get("width")
    return tag.name == "table" and (tag.attributes.get("width", "").isdecimal() or bool(width and size(width.value)))
