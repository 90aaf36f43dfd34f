"""podcast:locked is missing, or says neither yes nor no.

Why: with anything else other hosts may take the feed over; `true` is not understood. Source: podcast namespace 1.0.

Bad:
    <podcast:locked>true</podcast:locked>

Good:
    <podcast:locked owner="podcast@example.com">yes</podcast:locked>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-locked"
SEVERITY = Severity.ERROR


def find(feed: Feed) -> Iterator[Finding]:
    """Look at what the channel says."""
    locks = children(feed.channel, "podcast:locked")
    hint = 'Write <podcast:locked owner="podcast@example.com">yes</podcast:locked>'
    if not locks:
        yield feed.error(NAME, feed.channel, "Nothing says whether other hosts may take this feed over.", hint)
    for lock in locks:
        if (lock.text or "").strip().lower() not in {"yes", "no"}:
            yield feed.error(NAME, lock, f"“{lock.text}” is neither yes nor no, so this feed is not locked.", hint)
