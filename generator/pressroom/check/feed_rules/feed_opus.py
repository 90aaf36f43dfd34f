"""An episode is Opus or Ogg, which Apple's apps do not play.

Why: a part of the listeners hears nothing at all. No validator says so. Source: Apple's list of formats.

Bad:
    <enclosure url="https://example.com/47.opus" length="9250112" type="audio/opus"/>

Good:
    <enclosure url="https://example.com/47.mp3" length="18250112" type="audio/mpeg"/>
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pressroom.check.feed import Feed, Tag, children, title
from pressroom.model.finding import Finding, Severity

NAME = "feed-opus"
SEVERITY = Severity.ERROR

_ENDINGS, _TYPES = (".opus", ".ogg", ".oga", ".webm"), ("audio/opus", "audio/ogg", "audio/webm", "application/ogg")


def find(feed: Feed) -> Iterator[Finding]:
    """Look at the type and the name of each enclosure."""
    for item in feed.items():
        for enclosure in filter(is_opus, children(item, "enclosure")):
            message = f"{title(item)} is Opus or Ogg, which iPhones do not play."
            yield feed.error(NAME, enclosure, message, "Offer it as MP3 (64 kbit/s mono is good for speech) or as M4A.")


def is_opus(enclosure: Tag) -> bool:
    """Tell whether an enclosure says that it is Opus or Ogg."""
    path = urlsplit(enclosure.get("url", "")).path.lower()
    return path.endswith(_ENDINGS) or enclosure.get("type", "").lower().startswith(_TYPES)
