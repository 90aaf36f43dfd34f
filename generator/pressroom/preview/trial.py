"""A show to try out: its feed and files, with the addresses that they have here.

An open show's feed stands where it always does. A private show has one subscriber here, under a key that is made for
this trial and forgotten with it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom import check
from pressroom.build import clock, making
from pressroom.build import private as written
from pressroom.build.places import Places
from pressroom.errors import ContentFaulty
from pressroom.load import Loaded
from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.outlets import Deploy
from pressroom.model.release import Release, release
from pressroom.preview.addressing import Spot
from pressroom.render import podcast, private
from pressroom.render.private import Paths, Shelf


class Trial(Model):
    """What is tried out."""

    folder: Path
    """The show's files, as they lie below the site's root."""

    feed: str
    """The address for a podcast app; empty where there is no show."""


@contextmanager
def trying(places: Places, loaded: Loaded, spot: Spot, *, drafts: bool) -> Iterator[Trial]:
    """Have a show's files ready meanwhile.

    Raises:
        ContentFaulty: the publication has errors; its feed could not be written.

    """
    current = _released(places, loaded, spot, drafts=drafts)
    places.build.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=places.build, prefix=".preview-") as name:
        folder = Path(name)
        feed = _write(places, current, folder) if current.publication.show else ""
        yield Trial(folder=folder, feed=feed)


def _released(places: Places, loaded: Loaded, spot: Spot, *, drafts: bool) -> Release:
    """Return what is heard here, at the addresses that it has here."""
    publication = loaded.publication
    own = publication.deploy.private.model_copy(update={"base_url": "", "server": "static"})
    deploy: Deploy = publication.deploy.model_copy(update={"private": own})
    here = podcast.labelled(publication.model_copy(update={"base_url": spot.base_url, "deploy": deploy}))
    current = release(here, clock.now(places.root, publication), drafts=drafts)
    if check.has_errors((*loaded.findings, *check.publication(current, here, {}))):
        raise ContentFaulty("The content has errors, so there is no show to try out.", "To see them: pressroom check")
    return current


def _write(places: Places, current: Release, folder: Path) -> str:
    """Write the show's files, and return the feed's address."""
    publication = current.publication
    inside = addresses.PODCAST
    if written.is_private(publication):
        inside = f"{addresses.PRIVATE}{secrets.token_urlsafe(32)}/"
    base = f"{publication.base_url}{inside}"
    made = private.house(current, Paths(feed=base, sound=base), moving=False)
    feeds = tuple(one.model_copy(update={"path": inside + one.path}) for one in made.feeds)
    shelf = private.together(Shelf(files=feeds), private.standing(made, inside))
    written.write(places, shelf, folder, partial(making.bring, places, folder))
    return f"{base}feed.xml"
