"""Lines of the message are longer than mail may carry them.

Why: servers break lines of more than 998 characters, in the middle of a word or an address, and some do so
from 76 on unless the part is in quoted-printable or base64. Source: RFC 5322, 2.1.1; RFC 2045, 6.7.

Bad:
    Content-Transfer-Encoding: 8bit, and a line of 4,000 characters

Good:
    Content-Transfer-Encoding: quoted-printable
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "line-length"
SEVERITY = Severity.ERROR

_LONGEST = 998
"""Characters of any line."""

_ENCODED = 76
"""Characters of a line in quoted-printable or base64."""


def find(email: Email) -> Iterator[Finding]:
    """Measure the lines, of the whole message and of each part."""
    if email.envelope is None:
        return
    long = next((at for at, line in enumerate(email.envelope.lines(), 1) if len(line) > _LONGEST), None)
    if long:
        text = f"Line {long:,} of the message has more than {_LONGEST} characters, so servers break it anywhere."
        yield email.message_error(NAME, long, text, "Send the parts in quoted-printable.")
    for part in email.envelope.parts:
        widest = max(map(len, str(part.get_payload()).splitlines()), default=0)
        if part.get_content_maintype() == "text" and widest > _ENCODED:
            kind = part.get_content_type()
            text = f"The lines of the {kind} part have up to {widest:,} characters, where {_ENCODED} always arrive."
            yield email.message_error(NAME, 1, text, "Send it in quoted-printable, with lines as that has them.")
