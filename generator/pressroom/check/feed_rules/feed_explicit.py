"""itunes:explicit is missing, or says something else than true or false.

Why: Apple refuses a show without it, and reads yes, no and clean no more. Source: PSP-1, Apple's requirements.

Bad:
    <itunes:explicit>clean</itunes:explicit>

Good:
    <itunes:explicit>false</itunes:explicit>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-explicit"
SEVERITY = Severity.ERROR


def find(feed: Feed) -> Iterator[Finding]:
    """Look at what the channel and each item say."""
    hint = "Write <itunes:explicit>false</itunes:explicit>, or true."
    if not children(feed.channel, "itunes:explicit"):
        yield feed.error(NAME, feed.channel, "The show does not say whether it has strong language.", hint)
    for explicit in feed.tags("itunes:explicit"):
        if (explicit.text or "").strip() not in {"true", "false"}:
            yield feed.error(NAME, explicit, f"“{explicit.text}” is neither true nor false.", hint)
