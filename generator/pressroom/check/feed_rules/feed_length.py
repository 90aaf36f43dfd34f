"""An enclosure does not say how many bytes it has, or cannot be that long.

Why: apps show how large a download is, and some stop where the length is reached. Validators take any number.
Source: RSS 2.0, PSP-1.

Bad:
    <enclosure url="https://example.com/47.mp3" length="0" type="audio/mpeg"/>

Good:
    <enclosure url="https://example.com/47.mp3" length="18250112" type="audio/mpeg"/>
"""

import re
from collections.abc import Iterator

from pressroom.check.feed import Feed, children, text, title
from pressroom.model.finding import Finding, Severity

NAME = "feed-length"
SEVERITY = Severity.ERROR

LEAST, MOST = 8_000, 1_600_000
"""Bits a second that sound may have: below is a telephone's, above is a studio's."""

_TIME = re.compile(r"(?:(\d+):)?(?:(\d+):)?(\d+)", re.ASCII)


def find(feed: Feed) -> Iterator[Finding]:
    """Hold the length of each enclosure against what is said of how long it lasts."""
    for item in feed.items():
        for enclosure in children(item, "enclosure"):
            length = enclosure.get("length", "").strip()
            if not (length.isascii() and length.isdecimal()) or int(length) == 0:
                message = f"The length of {title(item)} is “{length}”, and no number of bytes."
                yield feed.error(NAME, enclosure, message, "Write the exact size of the file, in bytes.")
            elif (seconds := _seconds(text(item, "itunes:duration"))) and not _plausible(int(length), seconds):
                message = f"{title(item)} lasts {seconds:,} seconds, which cannot be {int(length):,} bytes."
                yield feed.error(NAME, enclosure, message, "Write the exact size of the file, in bytes.")


def _plausible(size: int, seconds: int) -> bool:
    return LEAST <= size * 8 / seconds <= MOST


def _seconds(written: str) -> int:
    """Return a duration in seconds; 0 where it is none."""
    parts = _TIME.fullmatch(written[:20])
    total = 0
    for part in filter(None, parts.groups() if parts else ()):
        total = total * 60 + int(part)
    return total
