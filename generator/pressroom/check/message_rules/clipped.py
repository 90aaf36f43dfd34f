"""An email's HTML is so large that Gmail cuts it off.

Why: behind about 102 KB comes “view entire message”, and the way to unsubscribe is hidden with the rest. Of a
message that was made here, the rule message-size says which stories weigh most.
Source: hteumeuleu/email-bugs#41.

Bad:
    130,000 bytes of HTML

Good:
    80,000 bytes of HTML, and links to the rest
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity
from pressroom.model.message import LARGEST

NAME = "clipped"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Weigh the HTML of a file."""
    size = len(email.html.encode("utf-8", "replace"))
    if email.edition is None and size > LARGEST:
        text = f"The HTML has {size:,} bytes; Gmail cuts it off at about {LARGEST:,}."
        yield email.error(NAME, 1, text, "Say less of each story and link to it; leave out blanks and repeated styles.")
