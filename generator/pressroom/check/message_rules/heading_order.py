"""The headings do not form an outline: one first heading, and no level left out.

Why: who cannot see jumps from heading to heading. Source: WCAG 2.2, 1.3.1.

Bad:
    <h1>News</h1> … <h3>The Aurora is home</h3>

Good:
    <h1>News</h1> … <h2>The Aurora is home</h2>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import line, words
from pressroom.check.email.places import shorten
from pressroom.model.finding import Finding, Severity

NAME = "heading-order"
SEVERITY = Severity.ERROR

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def find(email: Email) -> Iterator[Finding]:
    """Follow the headings in order."""
    headings = [node for node in email.body if node.tag in _LEVELS]
    firsts = [node for node in headings if node.tag == "h1"]
    if email.body and not firsts:
        text = "The email has no <h1>."
        yield email.error(NAME, line(email.body[0]), text, "Mark what it is about as <h1>: its title.")
    for node in firsts[1:]:
        text = f"“{shorten(words(node))}” is a second <h1>."
        yield email.error(NAME, line(node), text, "Keep one <h1>, and make it an <h2>.")
    level = 1
    for node in headings:
        found = int(str(node.tag)[1])
        if found > level + 1:
            text = f"“{shorten(words(node))}” is an <h{found}> behind an <h{level}>."
            yield email.error(NAME, line(node), text, f"Make it an <h{level + 1}>.")
        level = found
