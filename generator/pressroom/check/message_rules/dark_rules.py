"""Colours for dark screens are missing, or only some mail programs get them.

Why: Apple's Mail asks `prefers-color-scheme`; Outlook.com does not, and marks what it recoloured with
`[data-ogsc]` (text) and `[data-ogsb]` (backgrounds). Source: goodemailcode.com.

Bad:
    @media (prefers-color-scheme: dark) { .cell { color: #eeeeee !important } }

Good:
    @media (prefers-color-scheme: dark) { .cell { color: #eeeeee !important } }
    [data-ogsc] .cell { color: #eeeeee !important }
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import once_at
from pressroom.model.finding import Finding, Severity

NAME = "dark-rules"
SEVERITY = Severity.WARNING

_MARK = re.compile(r"^\[data-(ogsc|ogsb)\]\s*")


def find(email: Email) -> Iterator[Finding]:
    """Look for the dark colours, and for each of them under Outlook's mark."""
    dark = [placed for placed in email.rules if placed.rule.is_dark()]
    if not email.elements or "dark" not in (email.meta("color-scheme") or "dark"):
        return
    if not any(_is_colour(one.name) for rule, _ in dark for one in rule.declarations):
        text = "No <style> has colours for dark screens, so each mail program makes up its own."
        hint = "Write them into @media (prefers-color-scheme: dark) { … }, and again under [data-ogsc] and [data-ogsb]."
        yield email.warning(NAME, 1, text, hint, "kept.css")
    marked = _marked(email)
    missing = (
        (f"“{_mark(one.name)} {selector} {{ {one.name}: … }}”", line)
        for rule, line in dark
        for selector in rule.selectors
        for one in rule.declarations
        if _is_colour(one.name) and (_mark(one.name), selector, one.name) not in marked
    )
    for what, line in once_at(missing):
        text = f"{what} is missing, so this dark colour is not seen in Outlook.com."
        yield email.warning(NAME, line, text, "Write each dark colour a second time, under that mark.", "kept.css")


def _marked(email: Email) -> set[tuple[str, str, str]]:
    """Return what is said for Outlook.com: the mark, the selector behind it, the property."""
    found = ((_MARK.match(selector), selector, rule) for rule, _ in email.rules for selector in rule.selectors)
    return {
        (f"[data-{mark[1]}]", selector[mark.end() :], one.name)
        for mark, selector, rule in found
        if mark
        for one in rule.declarations
    }


def _is_colour(name: str) -> bool:
    return name.endswith("color") or name == "background"


def _mark(name: str) -> str:
    return "[data-ogsc]" if name == "color" else "[data-ogsb]"
