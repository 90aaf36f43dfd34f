"""A conditional comment for Outlook has no end, or an end has no beginning.

Why: what follows is then hidden in Outlook, or in every other mail program.

Bad:
    <!--[if !mso]><!--><a href="…">Read on</a>

Good:
    <!--[if !mso]><!--><a href="…">Read on</a><!--<![endif]-->
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import unbalanced
from pressroom.model.finding import Finding, Severity

NAME = "conditional-comment"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Pair the beginnings with the ends."""
    for found in unbalanced(email.conditionals):
        what = f"<!--[if {found.condition}]>" if found.condition else "<!--<![endif]-->"
        text = f"{what} has no {'end' if found.condition else 'beginning'}."
        hint = "For Outlook alone: <!--[if mso]>…<![endif]-->; for all others: <!--[if !mso]><!-->…<!--<![endif]-->."
        yield email.error(NAME, found.line, text, hint)
