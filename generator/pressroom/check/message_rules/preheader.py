"""What an inbox shows beside the subject is not written, or runs on into what follows.

Why: without it an inbox shows “View in browser”. It is the first text of the body, hidden, and padded with
blanks so that nothing of the rest is shown behind it; the text part begins with it too.

Bad:
    <body><a href="…">View in browser</a>

Good:
    <body><div style="display: none">Your vote on the rota, and three dates.&#8199;&#847;&#8199;&#847; …</div>
"""

from collections.abc import Iterator

from pressroom.check.email import Email, looks
from pressroom.check.email.email import line
from pressroom.check.email.places import shorten
from pressroom.model.finding import Finding, Severity

NAME = "preheader"
SEVERITY = Severity.WARNING

_BLANKS = set("\u00a0\u00ad\u034f\u061c\u2007\u200b\u200c\u200d\u200e\u2060\ufeff")
_FILLED = 100
"""Characters, blanks among them, after which no inbox shows more."""

_START = 600
"""Characters of the text part in which it is looked for."""


def find(email: Email) -> Iterator[Finding]:
    """Look at the first text of the body, and at the beginning of the text part."""
    if not email.texts or (email.edition and not any(map(str.isalnum, email.edition.issue.preheader))):
        return
    node, words = email.texts[0]
    if not looks.without_style(email)[node].hidden:
        text = f"Inboxes show “{shorten(words)[:60]}” beside the subject: there is no preheader."
        hint = 'Begin the body with <div style="display: none">, in it what the email is about.'
        yield email.warning(NAME, line(node), text, hint)
        return
    if len(words.strip()) < _FILLED and sum(one in _BLANKS for one in words) < _FILLED // 2:
        text = "The preheader is short, so inboxes show behind it whatever comes next."
        yield email.warning(NAME, line(node), text, "Put some hundred blanks behind it, such as &#8199;&#847;.")
    told = _plain(words)
    if email.text and told not in _plain(email.text[:_START]):
        text = f"The text part does not begin with the preheader, “{shorten(told)}”."
        yield email.warning(NAME, line(node), text, "Put the same words at its beginning.")


def _plain(text: str) -> str:
    return " ".join("".join(" " if one in _BLANKS else one for one in text).split())
