"""The email says what it says by pictures alone.

Why: most mail programs show none until they are asked, filters take it for advertising, and a screen reader
has nothing to read.

Bad:
    <img src="https://a.example/newsletter.png" width="640" alt="Our newsletter">

Good:
    the words as text, and pictures beside them
"""

from collections.abc import Iterator

from pressroom.check.email import Email, looks
from pressroom.check.email.email import line
from pressroom.model.finding import Finding, Severity

NAME = "picture-only"
SEVERITY = Severity.ERROR

_LEAST = 20
"""Words that can be read with pictures off."""


def find(email: Email) -> Iterator[Finding]:
    """Count the words where there are pictures."""
    pictures = list(email.named("img"))
    if not pictures:
        return
    found = looks.without_style(email)
    said = sum(len(words.split()) for node, words in email.texts if not found[node].hidden)
    if said < _LEAST:
        text = f"With pictures off, {said} words are left of the email."
        yield email.error(NAME, line(pictures[0]), text, "Write as text what the pictures say.")
