"""The style that has to stay in the email is not there, or the tool that wrote styles into elements left its marks.

Why: rules for phones and dark screens cannot be written into elements. Tools for inlining lose them unless
they are told to leave that `<style>` alone.

Bad:
    no <style> with @media

Good:
    <style>@media (max-width: 639px) { .title { font-size: 28px !important } }</style>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import excerpt, once
from pressroom.model.finding import Finding, Severity

NAME = "kept-style"
SEVERITY = Severity.WARNING

_MARKS = ("data-premailer", "data-embed", "data-inline", "inline")


def find(email: Email) -> Iterator[Finding]:
    """Look for media queries, and for marks that were meant for the tool."""
    queries = (at for block in email.blocks for at in block.sheet.at_rules if at.text.lower().startswith("@media"))
    if email.elements and not any("width" in at.text for at in queries):
        text = "No <style> has a rule for phones: there is no @media with a width in it."
        hint = "Write such rules into a <style> that the inlining leaves alone, each with !important."
        yield email.warning(NAME, 1, text, hint, "kept.css")
    marked = ((excerpt(node), node) for node in email.named("style") if any(mark in node.attrib for mark in _MARKS))
    for what, line in once(marked):
        yield email.warning(
            NAME, line, f"{what} has a mark for the inlining, which did not take it.", "Inline it anew."
        )
