"""What is known of what was published before: the guids of the last feed that was built, or of one that is live."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from pressroom.build.places import Places
from pressroom.model import addresses
from pressroom.model.publication import Publication
from pressroom.plain import read_plain

FEED = f"{addresses.PODCAST}feed.xml"

_LARGEST = 50_000_000
"""Bytes that a feed may have; one of two thousand episodes has five million."""

_MOST_PAGES = 1_000
_LINK = "{http://www.w3.org/2005/Atom}link"


def known_guids(places: Places, publication: Publication) -> Mapping[str, str]:
    """Return the guid that each episode had in the last feed, by the episode's address; nothing without one.

    The last feed is the one in `site/`, or that of a listener of a private show: a fresh checkout, as in CI, has none,
    and nothing is known there. An episode that is held back has not been published, even if a build with drafts has
    shown it.
    """
    feeds = (places.site / FEED, next(iter(sorted(places.private.glob("*/feed.xml"))), None))
    known: dict[str, str] = {}
    for feed in filter(None, feeds):
        known |= guids_along(partial(_beside, feed.parent), feed.name, publication)
    return known


def guids_along(read: Callable[[str], bytes | None], first: str, publication: Publication) -> Mapping[str, str]:
    """Return the guid that each episode has in a feed, by the episode's address, page after page (RFC 5005 §3).

    `read` gives what lies at a path, as `first` is one; what cannot be read knows nothing.
    """
    known: dict[str, str] = {}
    path, seen = first, set[str]()
    while path and path not in seen and len(seen) < _MOST_PAGES:
        seen.add(path)
        channel = _channel(read(path) or b"")
        if channel is None:
            break
        known |= dict(_guids(channel, publication))
        path = _next(channel, path)
    held = {episode.address for episode in publication.show.episodes if episode.is_held()} if publication.show else ()
    return {address: guid for address, guid in known.items() if address not in held}


def _beside(folder: Path, name: str) -> bytes | None:
    return read_plain(folder / name, _LARGEST)


def _channel(feed: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(feed, parser).find("channel")
    except etree.XMLSyntaxError:
        return None


def _guids(channel: etree._Element, publication: Publication) -> Iterator[tuple[str, str]]:
    """Give the addresses of a page's episodes, and their guids."""
    around = posixpath.dirname(posixpath.dirname(_link(channel, "self")))
    for item in channel.findall("item"):
        link, guid, enclosure = item.findtext("link") or "", item.findtext("guid"), item.find("enclosure")
        sound = "" if enclosure is None else enclosure.get("url", "")
        if guid and link.startswith(publication.base_url):
            yield link.removeprefix(publication.base_url), guid
        elif guid and around and sound.startswith(f"{around}/"):  # an episode that has no page: it lies with its sound
            yield addresses.episode(posixpath.basename(posixpath.dirname(sound))), guid


def _next(channel: etree._Element, path: str) -> str:
    """Return where the next page lies, which is beside this one; nothing on the last."""
    name = posixpath.basename(urlsplit(_link(channel, "next")).path)
    return posixpath.join(posixpath.dirname(path), name) if name else ""


def _link(channel: etree._Element, rel: str) -> str:
    return next((link.get("href", "") for link in channel.findall(_LINK) if link.get("rel") == rel), "")
