"""A private show to move into houses, and ways to look into what was written."""

from typing import Any

from lxml import etree
from tests.builders import NOW, picture, prose
from tests.render.podcast.reading import talk, whole

from pressroom.model.outlets import Deploy, PrivateFeeds
from pressroom.model.podcast import Chapter
from pressroom.model.prose import PictureUse
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.model.secret import Secret
from pressroom.model.subscriber import FeedKeys, Subscribers
from pressroom.render import private
from pressroom.render.private import Shelf

KEYS = FeedKeys(current=Secret(b"n" * 40))
MOVING = FeedKeys(current=Secret(b"n" * 40), before=Secret(b"o" * 40))
BASE = "https://gangway.example/private_podcast/"
QUAY = picture(path="podcast/episodes/captain/quay.jpg", digest="e" * 64, width=1200, height=900)


def publication(server: str = "nginx", base_url: str = "", **fields: Any) -> Publication:
    """A publication with a private show, which has all that a show can have, and the subscribers ada and bram."""
    notes = prose(
        html='<p>See <a href="ref:0">the end</a>.</p><p><img src="pic:0" alt="A quay"></p>',
        links=("#the-end",),
        headings=("## the-end",),
        text="See the end.",
    ).but(pictures=(PictureUse(target="quay.jpg", alt="A quay", decorative=False, line=12),))
    chapters = (Chapter(start=0, title="Hello", image=QUAY), Chapter(start=30.5, title="The fog"))
    episode = talk(prose=notes, pictures=(QUAY,), chapters=chapters)
    made = whole(episode, access="private", subscribers=Subscribers(generation=2, ids={"ada": 1, "bram": 2}))
    feeds = PrivateFeeds.from_dict({"server": server, "base_url": base_url})
    return made.but(**{"deploy": Deploy(private=feeds), **fields})


def at_now(everything: Publication) -> Release:
    return release(everything, NOW, drafts=False)


def shelf(server: str = "nginx", keys: FeedKeys = KEYS, **fields: Any) -> Shelf:
    return private.render(at_now(publication(server, **fields)), keys)


def texts(found: Shelf) -> dict[str, str]:
    """Return every text on a shelf, by its path below build/private/."""
    files = {one.path: one.data for one in found.files} | {one.path: one.data for one in found.personal}
    return {path.removeprefix("build/private/"): data.decode() for path, data in files.items()}


def shared(found: Shelf) -> set[str]:
    """Return the paths of all that is no text."""
    return {
        *(one.path for one in found.copies),
        *(one.path for one in found.artworks),
        *(one.path for one in found.variants),
    }


def said(feed: str) -> list[str]:
    """Return all that a feed says in attributes and texts."""
    root = etree.fromstring(feed.encode())
    return [str(value) for one in root.iter(etree.Element) for value in (*one.attrib.values(), one.text or "")]
