"""A message's HTML is so large that mail programs cut it off.

Why: Gmail shows about 102 KB and hides the rest behind “view entire message”, the last stories and the
way to unsubscribe with it. An error above 100,000 bytes, a warning above 80,000.
Source: hteumeuleu/email-bugs#41.

Bad:
    an issue whose email holds twelve stories in full

Good:
    an issue whose email holds their summaries, with links to the stories
"""

from collections.abc import Iterator

from pressroom.model.finding import Finding, error, warning
from pressroom.model.message import LARGEST, Message

NAME = "message-size"
SEVERITY = None
"""It depends on the size."""

MUCH = 80_000
"""Bytes of HTML in UTF-8."""

_HINT = "Shorten the text in issue.md; a story in a file of its own stands in the email as a summary with a link."


def find(message: Message) -> Iterator[Finding]:
    """Weigh the message's HTML."""
    size = len(message.html.encode("utf-8", "surrogatepass"))
    path = message.edition.issue.source.path
    if size > LARGEST:
        yield error(NAME, path, 1, f"{_weight(message, size)}; Gmail cuts it off at about {LARGEST:,}.", _HINT)
    elif size > MUCH:
        yield warning(
            NAME, path, 1, f"{_weight(message, size)}, near the {LARGEST:,} at which Gmail cuts it off.", _HINT
        )


def _weight(message: Message, size: int) -> str:
    return f"The email ({message.edition.id}) weighs {size:,} bytes"
