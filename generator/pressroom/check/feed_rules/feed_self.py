"""The feed does not say where it is itself.

Why: apps that were given a copy, or an old address, cannot find the way back. Source: PSP-1, RSS Advisory Board.

Bad:
    (no atom:link)

Good:
    <atom:link href="https://example.com/feed.xml" rel="self" type="application/rss+xml"/>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-self"
SEVERITY = Severity.ERROR


def find(feed: Feed) -> Iterator[Finding]:
    """Look for the link to itself."""
    links = children(feed.channel, "atom:link")
    if not any(link.get("rel") == "self" and link.get("href") for link in links):
        hint = 'Add <atom:link href="…" rel="self" type="application/rss+xml"/>, with the feed\'s own address.'
        yield feed.error(NAME, feed.channel, "The feed does not say where it is itself.", hint)
