"""A button is too small to be tapped.

Why: a fingertip covers 44 px. Only what is inside the link counts, not the cell around it.

Bad:
    <a href="…" style="display: inline-block; padding: 8px 16px; background-color: #0f3d56">

Good:
    <a href="…" style="display: inline-block; padding: 12px 24px; line-height: 20px; background-color: #0f3d56">
"""

from collections.abc import Iterator

from pressroom.check.email import Email, looks
from pressroom.check.email.buttons import buttons, tap_height
from pressroom.check.email.email import words
from pressroom.check.email.places import once, shorten
from pressroom.model.finding import Finding, Severity

NAME = "button-size"
SEVERITY = Severity.ERROR

_LEAST = 44.0


def find(email: Email) -> Iterator[Finding]:
    """Measure each button."""
    found = looks.without_style(email)
    low = ((node, tap_height(node, found[node])) for node in buttons(email) if not found[node].hidden)
    told = ((f"“{shorten(words(node))}” is {height:.3g} px high", node) for node, height in low if height < _LEAST)
    for what, line in once(told):
        text = f"The button {what}; {_LEAST:g} px is the least that a finger hits."
        yield email.error(NAME, line, text, "Give the link a larger padding, above and below.", "style.css")
