"""No element around the content says again what the email is and which language it speaks.

Why: webmail takes the content out of `<html>` and `<body>` and puts it into its own page, so the language
said there is lost. Source: hteumeuleu/email-guidelines; goodemailcode.com.

Bad:
    <body><table>…

Good:
    <body><div role="article" aria-roledescription="email" aria-label="News" lang="en" dir="ltr">…
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.email import line
from pressroom.check.email.places import excerpt
from pressroom.model.finding import Finding, Severity

NAME = "wrapper"
SEVERITY = Severity.ERROR

_WHOLE = '<div role="article" aria-roledescription="email" aria-label="SUBJECT" lang="en" dir="ltr">'


def find(email: Email) -> Iterator[Finding]:
    """Look for the element with the role of an article, and at what it says."""
    wrapper = next((node for node in email.body if node.get("role") == "article"), None)
    if wrapper is None:
        text = "Nothing around the content says that it is an email, and in which language."
        yield from (email.error(NAME, line(body), text, f"Put all of it into {_WHOLE}.") for body in email.body[:1])
        return
    missing = [name for name in ("aria-roledescription", "aria-label", "lang", "dir") if not wrapper.get(name)]
    if missing:
        text = f"{excerpt(wrapper)}, which is around the content, lacks {' and '.join(missing)}."
        yield email.error(NAME, line(wrapper), text, f"Write it as {_WHOLE}.")
