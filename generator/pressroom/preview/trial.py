"""A show to try out: its feed and files, with the addresses that they have here.

An open show's feed stands where it always does. A private show has one subscriber here, under a key that is made for
this trial and forgotten with it.
"""

import secrets

from pressroom.build import private as written
from pressroom.model import addresses
from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.preview.addressing import Spot
from pressroom.render import podcast, private
from pressroom.render.private import Paths, Shelf


class Trial:
    """Has a show's files at the addresses that they have here; without drafts, unless somebody asked for them."""

    def __init__(self, spot: Spot, *, drafts: bool) -> None:
        self._spot = spot
        self._drafts = drafts
        self._own = f"{addresses.PRIVATE}{secrets.token_urlsafe(32)}/"

    def feed(self, publication: Publication) -> str:
        """Return the address for a podcast app; nothing where there is no show."""
        return f"{self._spot.base_url}{self.inside(publication)}feed.xml" if publication.show else ""

    def inside(self, publication: Publication) -> str:
        """Return where the show lies, relative to the site's root."""
        return self._own if written.is_private(publication) else addresses.PODCAST

    def shelf(self, current: Release) -> Shelf:
        """Return the show's files, by their paths relative to the site's root; none where there is no show."""
        inside = self.inside(current.publication)
        if current.publication.show is None:
            return Shelf()
        base = f"{self._spot.base_url}{inside}"
        made = private.house(self._here(current), Paths(feed=base, sound=base), moving=False)
        feeds = tuple(one.but(path=inside + one.path) for one in made.feeds)
        return private.together(Shelf(files=feeds), private.standing(made, inside))

    def _here(self, current: Release) -> Release:
        """Return what is heard here, at the addresses that it has here."""
        publication = current.publication
        own = publication.deploy.private.but(base_url="", server="static")
        deploy: Deploy = publication.deploy.but(private=own)
        here = podcast.labelled(publication.but(base_url=self._spot.base_url, deploy=deploy))
        return release(here, current.now, drafts=self._drafts)
