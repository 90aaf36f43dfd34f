"""An element's own style says `!important`.

Why: Outlook ignores the whole declaration, and nothing in `<style>` can win over it, on phones and dark screens.

Bad:
    <td style="color: #333333 !important">

Good:
    <td style="color: #333333">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.css import declarations
from pressroom.check.email.email import style_of
from pressroom.check.email.places import once, shorten
from pressroom.model.finding import Finding, Severity

NAME = "inline-important"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at the style of each element."""
    found = (
        (f"“{one.name}: {shorten(one.value)} !important” stands in the style of an element", node)
        for node in email.elements
        if "!" in style_of(node)
        for one in declarations(style_of(node))
        if one.important
    )
    for what, line in once(found):
        yield email.error(NAME, line, f"{what}; Outlook ignores it.", "Leave !important out there.", "style.css")
