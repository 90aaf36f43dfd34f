"""Chapters do not say where they are, or have another type than apps look for.

Why: apps look for application/json+chapters and leave out the rest. Source: podcast namespace 1.0.

Bad:
    <podcast:chapters url="https://example.com/47.json" type="application/json"/>

Good:
    <podcast:chapters url="https://example.com/47.json" type="application/json+chapters"/>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed
from pressroom.model.finding import Finding, Severity

NAME = "feed-chapters"
SEVERITY = Severity.ERROR

_TYPE = "application/json+chapters"


def find(feed: Feed) -> Iterator[Finding]:
    """Look at the address and type of all chapters."""
    for chapters in feed.tags("podcast:chapters"):
        if not chapters.get("url"):
            yield feed.error(NAME, chapters, "Chapters have no address.", 'Write url="…".')
        elif chapters.get("type") != _TYPE:
            message = f"The chapters {chapters.get('url')} have the type “{chapters.get('type', '')}”."
            yield feed.error(NAME, chapters, message, f'Write type="{_TYPE}".')
