"""The email's `<html>` does not say its language and direction.

Why: a screen reader that does not know the language reads Dutch aloud as if it were English.
Source: WCAG 2.2, success criterion 3.1.1; goodemailcode.com.

Bad:
    <html>

Good:
    <html lang="nl" dir="ltr">
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "document-language"
SEVERITY = Severity.ERROR

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", re.ASCII | re.IGNORECASE)


def find(email: Email) -> Iterator[Finding]:
    """Look at the attributes of `<html>`."""
    for root in email.elements[:1]:
        lang, direction = root.get("lang", ""), root.get("dir", "")
        if not _TAG.fullmatch(lang):
            said = f"“{lang}”, which is no language's code" if lang else "no language"
            yield email.error(NAME, 1, f"<html> says {said}.", 'Write it there, such as <html lang="en" dir="ltr">.')
        if direction.lower() not in {"ltr", "rtl"}:
            text = "<html> does not say in which direction its language runs."
            yield email.error(NAME, 1, text, 'Write dir="ltr" there, or dir="rtl" for Arabic or Hebrew.')
