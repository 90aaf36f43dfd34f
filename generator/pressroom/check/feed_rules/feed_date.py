"""An episode has no date, or one that apps cannot read.

Why: apps sort by it; an episode without one is shown as of 1970, last. Source: RSS 2.0, RFC 2822 §3.3.

Bad:
    <pubDate>2026-11-19</pubDate>

Good:
    <pubDate>Thu, 19 Nov 2026 06:00:00 +0100</pubDate>
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from pressroom.check.feed import Feed, children, text, title
from pressroom.model.finding import Finding, Severity

NAME = "feed-date"
SEVERITY = Severity.ERROR

_WRITTEN = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT|[ECMP][SD]T)", re.ASCII
)


def find(feed: Feed) -> Iterator[Finding]:
    """Read the date of each episode."""
    for item in feed.items():
        written = text(item, "pubDate")
        if not _is_date(written):
            message = f"The date of {title(item)} is “{written}”." if written else f"{title(item)} has no date."
            at = next(iter(children(item, "pubDate")), item)
            yield feed.error(NAME, at, message, "Write it like this: Thu, 19 Nov 2026 06:00:00 +0100")


def _is_date(written: str) -> bool:
    try:
        parsedate_to_datetime(written)
    except ValueError:
        return False
    return _WRITTEN.fullmatch(written) is not None
