"""An episode's duration is written in a way that apps cannot read.

Why: apps show 0:00, or nothing. Source: Apple's requirements, PSP-1.

Bad:
    <itunes:duration>25 minutes</itunes:duration>

Good:
    <itunes:duration>1531</itunes:duration>
"""

import re
from collections.abc import Iterator

from pressroom.check.feed import Feed
from pressroom.model.finding import Finding, Severity

NAME = "feed-duration"
SEVERITY = Severity.ERROR

_DURATION = re.compile(r"\d{1,6}|(?:\d{1,3}:)?[0-5]?\d:[0-5]\d", re.ASCII)


def find(feed: Feed) -> Iterator[Finding]:
    """Read each duration."""
    for duration in feed.tags("itunes:duration"):
        written = (duration.text or "").strip()
        if not _DURATION.fullmatch(written):
            message = f"The duration “{written}” is neither whole seconds nor hours, minutes and seconds."
            yield feed.error(NAME, duration, message, "Write whole seconds, such as 1531.")
