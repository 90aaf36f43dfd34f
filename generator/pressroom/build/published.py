"""What is known of what was published before: the guids of the last feed that was built."""

from collections.abc import Mapping

from lxml import etree

from pressroom.build.places import Places
from pressroom.model import addresses
from pressroom.model.publication import Publication
from pressroom.plain import read_plain

FEED = f"{addresses.PODCAST}feed.xml"

_LARGEST = 50_000_000
"""Bytes that a feed may have; one of two thousand episodes has five million."""


def known_guids(places: Places, publication: Publication) -> Mapping[str, str]:
    """Return the guid that each episode had in the last feed, by the episode's address; nothing without one.

    The last feed is the one in `site/`: a fresh checkout, as in CI, has none, and nothing is known there.
    An episode that is held back has not been published, even if a build with drafts has shown it.
    """
    folder = places.site / addresses.PODCAST
    feeds = (read_plain(path, _LARGEST) for path in sorted(folder.glob("feed*.xml")))
    return {address: guid for feed in feeds for address, guid in guids_in(feed or b"", publication).items()}


def guids_in(feed: bytes, publication: Publication) -> Mapping[str, str]:
    """Return the guid that each episode has in a feed, by the episode's address; nothing where it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        channel = etree.fromstring(feed, parser).find("channel")
    except etree.XMLSyntaxError:
        return {}
    items = [] if channel is None else channel.findall("item")
    pairs = ((item.findtext("link") or "", item.findtext("guid") or "") for item in items)
    guids = {link.removeprefix(publication.base_url): guid for link, guid in pairs if link and guid}
    held = {episode.address for episode in publication.show.episodes if episode.is_held()} if publication.show else ()
    return {address: guid for address, guid in guids.items() if address not in held}
