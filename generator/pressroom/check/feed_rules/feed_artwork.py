"""The feed has no artwork, or artwork of a kind that apps do not show.

Why: apps show a grey square, and Apple refuses the show. They go by the ending of the name as well. Source: PSP-1,
Apple's requirements.

Bad:
    <itunes:image href="https://example.com/artwork.webp"/>

Good:
    <itunes:image href="https://example.com/artwork.jpg"/>
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pressroom.check.feed import Feed, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-artwork"
SEVERITY = Severity.ERROR

_ENDINGS = (".jpg", ".jpeg", ".png")


def find(feed: Feed) -> Iterator[Finding]:
    """Look for the channel's artwork, and at each address of one."""
    if not children(feed.channel, "itunes:image"):
        hint = 'Add <itunes:image href="…"/> with a square JPEG or PNG of 1400 to 3000 pixels.'
        yield feed.error(NAME, feed.channel, "The show has no artwork (<itunes:image>).", hint)
    for image in feed.tags("itunes:image"):
        address = image.get("href", "")
        if not urlsplit(address).path.lower().endswith(_ENDINGS):
            message = f"“{address}” does not end in .jpg or .png, so apps do not show this artwork."
            yield feed.error(NAME, image, message, "Save it as JPEG or PNG, under a name that ends so.")
