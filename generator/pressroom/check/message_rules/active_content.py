"""The email holds something that mail programs do not run or load: a script, a form, a frame, a linked style.

Why: they take it out, some with what is around it, and others put the email among the dangerous ones.

Bad:
    <link rel="stylesheet" href="https://fonts.example.com/css">

Good:
    styles written into the elements, and a link to a page with the form
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import attributes
from pressroom.check.email.places import excerpt, once, once_at
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "active-content"
SEVERITY = Severity.ERROR

_NAMES = {"script", "form", "iframe", "frame", "object", "embed", "applet", "base", "link"}
_RUNNING = ("javascript:", "vbscript:")


def find(email: Email) -> Iterator[Finding]:
    """Look for elements, attributes and at-rules that run or load something."""
    imports = (
        (f"“{at.text}”", block.line + at.line - 1)
        for block in email.blocks
        for at in block.sheet.at_rules
        if at.text.lower().startswith("@import")
    )
    elements = once((excerpt(node), node) for node in email.elements if _is_active(node))
    for what, line in (*elements, *once_at(imports)):
        hint = "Leave it out: write styles into the elements, and link to a page for anything that runs."
        yield email.error(NAME, line, f"Mail programs neither run nor load {what}.", hint)


def _is_active(node: Node) -> bool:
    if node.tag in _NAMES or (node.tag == "meta" and node.get("http-equiv", "").lower() == "refresh"):
        return True
    runs = node.get("href", "").strip().lower().startswith(_RUNNING)
    return runs or any(name.startswith("on") for name, _ in attributes(node))
