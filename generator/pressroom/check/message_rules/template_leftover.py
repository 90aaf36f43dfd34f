"""A message holds a piece of its template that was not filled in.

Why: readers get a broken link or a broken layout. In running text `{{ … }}` is left alone, since editors
may write about templates; only attributes that a template fills are looked at.

Bad:
    <a href="{{ story.address }}">Read on</a>

Good:
    <a href="https://news.example.com/issues/2026-11/open-enrolment/">Read on</a>
"""

from collections.abc import Iterator

from pressroom.check.tags import tags
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.message import Message

NAME = "template-leftover"
SEVERITY = Severity.ERROR

_MARKS = ("{{", "{%", "{#")
_ADDRESSES = ("href", "src")
"""An address that an editor wrote may hold braces further on, and cannot begin with them."""

_LAYOUT = ("style", "width", "height", "align", "valign", "bgcolor", "lang", "dir")


def find(message: Message) -> Iterator[Finding]:
    """Look at the attributes that templates fill."""
    edition = message.edition
    for tag in tags(message):
        for attribute, value in tag.items():
            if _is_left(attribute, value):
                text = f'The email ({edition.id}) still holds {attribute}="{value}" in a <{tag.tag}>.'
                hint = "The newsletter's template did not fill it in: see themes/newsletter/."
                yield error(NAME, edition.issue.source.path, 1, text, hint)


def _is_left(attribute: str, value: str) -> bool:
    if attribute in _ADDRESSES:
        return value.strip().startswith(_MARKS)
    return attribute in _LAYOUT and any(mark in value for mark in _MARKS)
