"""The email relies on CSS that mail programs do not have: variables, or a layout by flex or grid alone.

Why: Gmail, Outlook and Yahoo drop what they do not know; columns then lie on one another and colours are gone.

Bad:
    <td style="color: var(--ink)">

Good:
    <td style="color: #1d1d1f">
"""

from collections.abc import Iterator
from itertools import chain

from pressroom.check.email import Email
from pressroom.check.email.css import Declaration, declarations
from pressroom.check.email.email import line, style_of
from pressroom.check.email.places import once_at, shorten
from pressroom.model.finding import Finding, Severity

NAME = "unsupported-css"
SEVERITY = Severity.ERROR

_ALONE = {"flex", "inline-flex", "grid", "inline-grid"}


def find(email: Email) -> Iterator[Finding]:
    """Look at each element's style, and at the plain rules of every `<style>`."""
    inside = ((one, line(node)) for node in email.elements for one in declarations(style_of(node)))
    plain = ((one, at) for rule, at in email.rules if not rule.within for one in rule.declarations)
    behind = ((one, at) for rule, at in email.rules if rule.within for one in rule.declarations if _is_variable(one))
    found = ((_told(one), at) for one, at in chain(inside, plain, behind) if _is_variable(one) or _is_layout(one))
    for what, at in once_at(found):
        hint = "Write the value itself; lay out by tables, or by inline blocks with a largest width."
        yield email.error(NAME, at, f"{what} is CSS that many mail programs do not know.", hint, "style.css")


def _told(one: Declaration) -> str:
    return f"“{one.name}: {shorten(one.value)}”"


def _is_variable(one: Declaration) -> bool:
    return "var(" in one.value.lower() or one.name.startswith("--")


def _is_layout(one: Declaration) -> bool:
    return one.name == "display" and one.value.lower() in _ALONE
