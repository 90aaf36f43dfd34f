"""Where an event's link leads, in whichever channel."""

from pressroom.model.programme import Mention
from pressroom.model.references import Destination
from pressroom.model.release import Release


def destination(mention: Mention, release: Release) -> Destination | None:
    """Return the page that an event's link leads to; None where it leads elsewhere, or to what readers may not see."""
    if not mention.event.target:
        return None
    way = release.directory.resolve(mention.issue, mention.event.target)
    return way if isinstance(way, Destination) else None
