"""A private show: for each subscriber a path that nobody can guess, with the feed and all that it names."""

from pressroom.model.release import Release
from pressroom.model.subscriber import FeedKeys
from pressroom.render.private import nginx, static
from pressroom.render.private.addressing import link
from pressroom.render.private.house import Paths, house
from pressroom.render.private.shelf import Shelf, standing, together

__all__ = ["Paths", "Shelf", "house", "link", "render", "standing", "together"]


def render(release: Release, keys: FeedKeys) -> Shelf:
    """Return what a private show's listeners find, as the publication has it served; an open show has nothing here."""
    show = release.publication.show
    if show is None or show.access == "open":
        return Shelf()
    if release.publication.deploy.private.server == "static":
        return static.render(release, keys, show.subscribers)
    return nginx.render(release, keys, show.subscribers)
