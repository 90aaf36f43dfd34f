"""A title is missing, too long or has space around it, or a description is too long.

Why: apps cut what is too long in the middle of a word, and directories refuse the show. Source: PSP-1 (255 characters,
4,000 bytes).

Bad:
    <title> Ask the captain </title>

Good:
    <title>Ask the captain</title>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, Tag, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-text"
SEVERITY = Severity.ERROR

CHARACTERS, BYTES = 255, 4_000


def find(feed: Feed) -> Iterator[Finding]:
    """Measure titles and descriptions of the channel and its items."""
    for parent in (feed.channel, *feed.items()):
        titles = children(parent, "title")
        if not titles or not (titles[0].text or "").strip():
            what = "The show" if parent is feed.channel else "An episode"
            yield feed.error(NAME, titles[0] if titles else parent, f"{what} has no title.", "Write what it is called.")
        yield from (finding for one in titles for finding in _title(feed, one))
        for one in children(parent, "description"):
            size = len((one.text or "").encode())
            if size > BYTES:
                message = f"This description has {size:,} bytes; apps take {BYTES:,}."
                yield feed.error(NAME, one, message, "Shorten it; <content:encoded> may say the rest.")


def _title(feed: Feed, title: Tag) -> Iterator[Finding]:
    written = title.text or ""
    if len(written) > CHARACTERS:
        message = f"This title has {len(written)} characters; apps take {CHARACTERS}."
        yield feed.error(NAME, title, message, "Shorten it.")
    elif written.strip() and written != written.strip():
        yield feed.error(NAME, title, f"The title “{written.strip()}” has space around it.", "Take the space out.")
