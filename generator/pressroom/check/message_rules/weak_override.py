"""A rule for phones or dark screens should win over an element's own style, and does not say `!important`.

Why: what stands in the element is stronger, so the rule does nothing. (premailer strips `!important` from
media queries unless it is told not to.)

Bad:
    <style>@media (max-width: 600px) { .title { font-size: 24px } }</style> … <h1 class="title" style="font-size: 32px">

Good:
    <style>@media (max-width: 600px) { .title { font-size: 24px !important } }</style>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.css import inlined
from pressroom.check.email.email import style_of
from pressroom.check.email.places import once_at, shorten
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "weak-override"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Compare the rules inside at-rules with the elements that they match."""
    for what, line in once_at(_weak(email)):
        text = f"{what} does nothing: the elements that it is for say something else themselves."
        yield email.error(NAME, line, text, "Write !important at its end.", "kept.css")


def _weak(email: Email) -> Iterator[tuple[str, int]]:
    for rule, line in email.rules:
        if not rule.within:
            continue
        for one in rule.declarations:
            hit = (node for selector in rule.selectors for node in email.select(selector))
            if not one.important and any(_says(node, one.name) for node in hit):
                yield f"“{shorten(', '.join(rule.selectors))} {{ {one.name}: {shorten(one.value)} }}”", line


def _says(node: Node, name: str) -> bool:
    own = inlined(style_of(node))
    return any(known == name or known.startswith(f"{name}-") or name.startswith(f"{known}-") for known in own)
