"""Any host of static files: a feed for each listener, and the sound under a path that they share.

That path is made of the list's generation: it changes whenever somebody is removed, so that who left has neither a
feed nor the sound. Until an app has asked for its feed again, it does not find the sound either.
"""

from collections.abc import Iterator
from typing import Final

from pressroom.model.artifact import Artifact
from pressroom.model.release import Release
from pressroom.model.subscriber import FeedKeys, Subscribers
from pressroom.render.private import addressing, tokens
from pressroom.render.private.house import House, Paths, house
from pressroom.render.private.shelf import FOLDER, Personal, Shelf, standing, together

_BLANK: Final = "each-listener-has-a-token-of-their-own-here"

_HEADERS: Final = """\
# What the files are sent with: read by Netlify and by Cloudflare Pages.

/*
  Cache-Control: private, no-cache
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Robots-Tag: noindex
/:token/:episode/chapters.json
  Content-Type: application/json+chapters
/:token/:episode/transcript.vtt
  Content-Type: text/vtt; charset=utf-8
/:token/:episode/transcript.srt
  Content-Type: application/x-subrip; charset=utf-8
"""

_DOOR: Final = (
    '<!doctype html>\n<html lang="en">\n<meta name="robots" content="noindex">\n<title>Nothing here</title>\n'
)
"""What the folder itself shows: a host that lists what is in a folder would show everybody's address there."""


def render(release: Release, keys: FeedKeys, subscribers: Subscribers) -> Shelf:
    """Return every listener's feed, and what they share."""
    base = release.publication.private_url
    sound = tokens.of_sound(keys.current, subscribers.generation)
    where = Paths(feed=f"{base}{_BLANK}/", sound=f"{base}{sound}/")
    made = house(release, where, moving=keys.before is not None)
    rooms = (standing(made, f"{FOLDER}{path}/") for path in _shared(keys, subscribers.generation))
    return together(Shelf(files=_front(made), personal=tuple(_feeds(made, keys, subscribers))), *rooms)


def _shared(keys: FeedKeys, generation: int) -> Iterator[str]:
    """Give the paths of the sound: with a key of before, its own as well, until apps have fetched the feed again."""
    yield tokens.of_sound(keys.current, generation)
    if keys.before:
        yield tokens.of_sound(keys.before, generation)


def _feeds(made: House, keys: FeedKeys, subscribers: Subscribers) -> Iterator[Personal]:
    for token, own in addressing.accepted(keys, subscribers):
        for feed in made.feeds:
            path = f"{FOLDER}{token}/{feed.path}"
            yield Personal(path=path, text=feed.data, blank=_BLANK.encode(), filling=own.encode())


def _front(made: House) -> tuple[Artifact, ...]:
    types = "".join(f"/:token/{feed.path}\n  Content-Type: application/rss+xml\n" for feed in made.feeds)
    return (
        Artifact(path=f"{FOLDER}_headers", data=f"{_HEADERS}{types}".encode()),
        Artifact(path=f"{FOLDER}index.html", data=_DOOR.encode()),
        Artifact(path=f"{FOLDER}robots.txt", data=b"User-agent: *\nDisallow: /\n"),
    )
