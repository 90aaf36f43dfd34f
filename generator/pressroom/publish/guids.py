"""Guids: every episode keeps the one that it is known by, or podcast apps would take it for another."""

from pressroom.build.published import guids_along
from pressroom.errors import PublishingFailed
from pressroom.model.publication import Publication
from pressroom.publish.deploy.target import Target


def require_same_guids(publication: Publication, target: Target, feed: str) -> None:
    """Make sure that each episode has the guid that it has in the feed that lies at a target, on all of its pages.

    Raises:
        PublishingFailed: one has another.

    """
    known = guids_along(target.read, feed, publication)
    for episode in publication.show.episodes if publication.show else ():
        guid = known.get(episode.address, episode.guid)
        if guid != episode.guid:
            message = (
                f"The episode {episode.id} has another guid than in the feed that is live: apps would have it twice."
            )
            raise PublishingFailed(message, f"Write in its episode.md: guid: {guid}")
