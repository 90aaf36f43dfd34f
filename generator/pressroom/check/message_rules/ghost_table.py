"""A table, row or cell that only Outlook reads is not closed, or closed twice.

Why: in Outlook everything behind it then lies beside the layout. Nobody else sees it, so nobody notices.

Bad:
    <!--[if mso]><table role="presentation" width="640"><tr><td><![endif]-->…<!--[if mso]></td></table><![endif]-->

Good:
    <!--[if mso]><table role="presentation" width="640"><tr><td><![endif]-->…<!--[if mso]></td></tr></table><![endif]-->
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import Conditional, tags
from pressroom.model.finding import Finding, Severity

NAME = "ghost-table"
SEVERITY = Severity.ERROR

_PAIRED = {"table", "tr", "td", "th", "v:roundrect", "v:rect", "v:textbox", "div", "center"}


def find(email: Email) -> Iterator[Finding]:
    """Pair the tags in all that only Outlook reads, in order; what comes behind the first fault follows from it."""
    opened: list[tuple[str, int]] = []
    for one in email.conditionals:
        for fault, name, line in _close(one, opened) if one.is_outlook() else ():
            yield email.error(NAME, line, fault, _hint(name))
            return
    for name, line in opened[:1]:
        yield email.error(NAME, line, f"Outlook's <{name}> is not closed.", _hint(name))


def _close(one: Conditional, opened: list[tuple[str, int]]) -> Iterator[tuple[str, str, int]]:
    """Take out of `opened` what a comment closes, and put in what it opens; give what is wrong, a tag and its line.

    It may close a cell that everybody reads, where it opens the next one itself.
    """
    lent: list[str] = []
    for tag in tags(one.content):
        if tag.name not in _PAIRED:
            continue
        if not tag.closes and tag.name in lent:
            lent.remove(tag.name)
        elif not tag.closes:
            opened.append((tag.name, one.line + tag.line))
        elif not opened:
            lent.append(tag.name)
        else:
            name, began = opened.pop()
            if name != tag.name:
                yield f"Outlook's <{name}> in line {began} is closed by </{tag.name}>.", name, one.line + tag.line
    for name in lent:
        yield f"Outlook's </{name}> closes nothing.", name, one.line


def _hint(name: str) -> str:
    return f"Write one </{name}> for each <{name}>, in the order in which they lie inside one another."
