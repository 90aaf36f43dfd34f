"""The message does not come as text and as HTML, the text first.

Why: watches, screen readers and filters read the text; mail programs show the last part that they can, so
the HTML has to come last. Source: RFC 2046, section 5.1.4.

Bad:
    Content-Type: text/html

Good:
    Content-Type: multipart/alternative, with text/plain and then text/html in it
"""

import re
from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "alternative-parts"
SEVERITY = Severity.ERROR

_MARKUP = re.compile(r"</?(td|tr|table|div|span|style|html|p)\b[^<>]{0,300}>", re.IGNORECASE)
_FEW, _MANY = 20, 60
"""Words of the text, and of the HTML, from which on the text is no more than an excuse."""


_READ = 100_000
"""Characters of the text that are looked at."""


def find(email: Email) -> Iterator[Finding]:
    """Look at the parts and their order."""
    if email.envelope is None:
        return
    kinds = [part.get_content_type() for part in email.envelope.parts]
    both = [kind for kind in kinds if kind in {"text/plain", "text/html"}][:2]
    around = {part.get_content_type() for part in email.envelope.tree() if part.is_multipart()}
    if both != ["text/plain", "text/html"] or "multipart/alternative" not in around:
        text = f"The message holds {', then '.join(both) or 'no text'}, where text comes first and HTML second."
        hint = "Send it as multipart/alternative: text/plain, then text/html."
        yield email.header_error(NAME, "Content-Type", text, hint)
    elif not _is_real(email):
        text = "The text part is no text that a person can read instead of the HTML."
        yield email.header_error(NAME, "", text, "Write all that the email says into it, without markup.")


def _is_real(email: Email) -> bool:
    text = email.text or ""
    said = sum(len(words.split()) for _, words in email.texts)
    enough = len(text.split()) >= _FEW or said < _MANY
    return bool(text.strip()) and enough and not _MARKUP.search(text[:_READ])
