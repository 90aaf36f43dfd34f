"""The show's podcast:guid is no UUID.

Why: directories know a show by it, also after a move; what is no UUID they pass over. Source: podcast namespace 1.0.

Bad:
    <podcast:guid>between-harbours</podcast:guid>

Good:
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
"""

from collections.abc import Iterator
from uuid import UUID

from pressroom.check.feed import Feed, children
from pressroom.model.finding import Finding, Severity

NAME = "feed-identity"
SEVERITY = Severity.ERROR


def find(feed: Feed) -> Iterator[Finding]:
    """Look at the channel's guid, if it has one."""
    for guid in children(feed.channel, "podcast:guid"):
        written = (guid.text or "").strip()
        if not _is_uuid(written):
            hint = "Make a UUID of the feed's address (version 5), once, and keep it for ever."
            yield feed.error(NAME, guid, f"“{written}” is no UUID.", hint)


def _is_uuid(written: str) -> bool:
    try:
        return str(UUID(written)) == written.lower()
    except ValueError:
        return False
