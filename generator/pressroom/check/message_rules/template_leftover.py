"""A message holds a piece of its template that was not filled in.

Why: readers get a broken link or a broken layout. In running text `{{ … }}` is left alone, since editors
may write about templates; only attributes that a template fills are looked at.

Bad:
    <a href="{{ story.address }}">Read on</a>

Good:
    <a href="https://news.example.com/issues/2026-11/open-enrolment/">Read on</a>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import attributes
from pressroom.check.email.places import once, shorten
from pressroom.model.finding import Finding, Severity

NAME = "template-leftover"
SEVERITY = Severity.ERROR

_MARKS = ("{{", "{%", "{#", "*|", "[[")
_ADDRESSES = ("href", "src")
"""An address that an editor wrote may hold braces further on, and cannot begin with them."""

_LAYOUT = ("style", "width", "height", "align", "valign", "bgcolor", "lang", "dir")


def find(email: Email) -> Iterator[Finding]:
    """Look at the attributes that templates fill."""
    found = (
        (f'{name}="{shorten(value)}" in a <{node.tag}>', node)
        for node in email.elements
        for name, value in attributes(node)
        if _is_left(name, value)
    )
    for what, line in once(found):
        text = f"The email still holds {what}."
        yield email.error(NAME, line, text, "The template did not fill it in: is its name spelled right?")


def _is_left(name: str, value: str) -> bool:
    if name in _ADDRESSES:
        return value.strip().startswith(_MARKS)
    return name in _LAYOUT and any(mark in value for mark in _MARKS)
