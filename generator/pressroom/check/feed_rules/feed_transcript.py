"""A transcript does not say where it is, or of what kind.

Why: apps choose by the type, and leave out what has none. Source: podcast namespace 1.0.

Bad:
    <podcast:transcript url="https://example.com/47.vtt"/>

Good:
    <podcast:transcript url="https://example.com/47.vtt" type="text/vtt"/>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed
from pressroom.model.finding import Finding, Severity

NAME = "feed-transcript"
SEVERITY = Severity.ERROR

_TYPES = ("text/vtt", "application/x-subrip", "application/srt", "application/json", "text/html", "text/plain")


def find(feed: Feed) -> Iterator[Finding]:
    """Look at each transcript's address and type."""
    for transcript in feed.tags("podcast:transcript"):
        kind = transcript.get("type", "").partition(";")[0].strip()
        if not transcript.get("url"):
            yield feed.error(NAME, transcript, "A transcript has no address.", 'Write url="…".')
        elif kind not in _TYPES:
            what = f"the type “{kind}”, which no app knows" if kind else "no type"
            message = f"The transcript {transcript.get('url')} has {what}."
            yield feed.error(
                NAME, transcript, message, 'Write type="text/vtt" for WebVTT, "application/x-subrip" for SRT.'
            )
