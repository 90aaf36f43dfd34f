"""An episode has no guid, the same as another, or one that apps take for an address and is none.

Why: apps know an episode by it. Without one, or with one that changes, everybody gets it again, and of two with
the same one is lost. Source: RSS 2.0, PSP-1.

Bad:
    <guid>episode 47</guid>

Good:
    <guid isPermaLink="false">7f4e5e0c-6a52-4a54-9b0e-2d3c8c1a6f10</guid>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, Tag, children, text, title
from pressroom.model.finding import Finding, Severity

NAME = "feed-guid"
SEVERITY = Severity.ERROR

_FALSE = 'Write <guid isPermaLink="false">…</guid>, with something that never changes, such as a UUID.'


def find(feed: Feed) -> Iterator[Finding]:
    """Compare the guids of all episodes."""
    seen: set[str] = set()
    for item in feed.items():
        guid = text(item, "guid")
        if message := _fault(item, guid, seen):
            yield feed.error(NAME, next(iter(children(item, "guid")), item), message, _FALSE)
        seen.add(guid)


def _fault(item: Tag, guid: str, seen: set[str]) -> str:
    if not guid:
        return f"{title(item)} has no guid."
    if guid in seen:
        return f"{title(item)} has the guid of another episode, “{guid}”."
    [first, *_] = children(item, "guid")
    if first.get("isPermaLink", "true").lower() == "true" and not guid.startswith(("http://", "https://")):
        return f"The guid of {title(item)} is taken for an address, and “{guid}” is none."
    return f"The guid of {title(item)} has spaces in it." if len(guid.split()) > 1 else ""
