"""An enclosure's type is none of a podcast's, or another than its name says.

Why: apps choose their player by it; with the wrong one, some play nothing. Source: Apple's requirements, PSP-1.

Bad:
    <enclosure url="https://example.com/47.m4a" length="18250112" type="audio/mpeg"/>

Good:
    <enclosure url="https://example.com/47.m4a" length="18250112" type="audio/x-m4a"/>
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pressroom.check.feed import Feed, children, title
from pressroom.check.feed_rules.feed_opus import is_opus
from pressroom.model.finding import Finding, Severity

NAME = "feed-type"
SEVERITY = Severity.ERROR

_RIGHT = {
    ".mp3": ("audio/mpeg",),
    ".m4a": ("audio/x-m4a", "audio/mp4"),
    ".mp4": ("video/mp4",),
    ".m4v": ("video/x-m4v",),
}
"""From how an address ends to the types that fit (Apple)."""


def find(feed: Feed) -> Iterator[Finding]:
    """Hold the type of each enclosure against its name."""
    for item in feed.items():
        for enclosure in children(item, "enclosure"):
            kind, ending = (
                enclosure.get("type", ""),
                PurePosixPath(urlsplit(enclosure.get("url", "")).path).suffix.lower(),
            )
            right = _RIGHT.get(ending, tuple(one for types in _RIGHT.values() for one in types))
            if kind not in right and not is_opus(enclosure):
                message = f"The type of {title(item)} is “{kind}”, which does not fit {ending or 'a podcast'}."
                yield feed.error(NAME, enclosure, message, f'Write type="{right[0]}".')
