"""The pages of a feed."""

from pressroom.model import addresses as paths
from pressroom.model.podcast import Show


def feed_addresses(show: Show) -> tuple[str, ...]:
    """Return the address of each page of the feed, the newest first."""
    return tuple(paths.feed_pages(sum(episode.audio is not None for episode in show.episodes)))
