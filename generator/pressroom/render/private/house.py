"""A private show's files as one listener finds them: the open show's, moved under a path of their own.

The feed is written as that of an open show, once. Then every address in it that leads to one of the show's own files
is exchanged: by tree, and only where it is that address from its beginning to its end. So whatever a feed may hold
one day is either moved along, or was no file of the show.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree, html

from pressroom.model import addresses as paths
from pressroom.model.artifact import Artifact, Artwork, Copy
from pressroom.model.base import Model
from pressroom.model.picture import Picture
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.render import podcast
from pressroom.render.addresses import absolute
from pressroom.render.placing import inner_html
from pressroom.render.podcast.namespace import ITUNES

_SITE: Final = "site/"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_NEW_FEED: Final = f"{{{ITUNES}}}new-feed-url"


class Paths(Model):
    """Where a listener finds things: absolute addresses, with a slash at their ends."""

    feed: str
    """What is the listener's own."""

    sound: str
    """All else; the same, where a server tells listeners apart."""


class House(Model):
    """The files of a private show; each path is relative to where they lie."""

    feeds: tuple[Artifact, ...]
    files: tuple[Artifact, ...]
    copies: tuple[Copy, ...]
    artworks: tuple[Artwork, ...]
    pictures: Mapping[str, Picture]
    """From an address of a variant, relative as the site has it, to what it is made of."""


def house(release: Release, where: Paths, *, moving: bool) -> House:
    """Return a private show's files; `moving` has apps exchange the feed's address for the one that it names."""
    opened = _opened(release)
    written = {_inside(artifact.path): artifact.data for artifact in podcast.render(opened)}
    written = {path: data for path, data in written.items() if path not in _left_out()}
    copies = tuple(copy.but(path=_inside(copy.path)) for copy in podcast.copies(opened))
    artworks = tuple(one.but(path=_inside(one.path)) for one in podcast.artworks(opened))
    mover = _Mover(release.publication, where)
    mover.know(path for path in (*written, *(copy.path for copy in copies), *(one.path for one in artworks)))
    feeds = {path: mover.feed(data, moving=moving) for path, data in written.items() if is_feed(path)}
    files = {path: _moved(mover, path, data) for path, data in written.items() if not is_feed(path)}
    return House(
        feeds=tuple(Artifact(path=path, data=data) for path, data in feeds.items()),
        files=tuple(Artifact(path=path, data=data) for path, data in files.items()),
        copies=copies,
        artworks=artworks,
        pictures=mover.shown,
    )


def is_feed(path: str) -> bool:
    """Tell whether a file of the show is its feed, or a further page of it."""
    return path.startswith("feed") and path.endswith(".xml")


def _opened(release: Release) -> Release:
    """Return what is to be released as if the show were open, and still nobody else's business.

    Where all of its feed has moved to is nowhere that a listener of their own could be sent to.
    """
    publication = release.publication
    show = publication.show.but(access="open", moved_to="") if publication.show else None
    opened = publication.but(show=show, visibility="internal")
    return release.but(publication=opened)


def _inside(path: str) -> str:
    """Return where a file of the site lies in the house."""
    return path.removeprefix(_SITE).removeprefix(paths.PODCAST)


def _left_out() -> frozenset[str]:
    """Return what a private show does not have: a code of the feed's address, which is everybody's own."""
    return frozenset({paths.feed_code().removeprefix(paths.PODCAST)})


def _moved(mover: "_Mover", path: str, data: bytes) -> bytes:
    return mover.chapters(data) if path.endswith("/chapters.json") else data


class _Mover:
    """Exchanges the addresses of the show's own files."""

    def __init__(self, publication: Publication, where: Paths) -> None:
        self._base_url = publication.base_url
        self._where = where
        self._moves: dict[str, str] = {}
        self._pictures = {
            absolute(self._base_url, variant.address): (variant.address, picture)
            for picture in _shown(publication)
            for variant in picture.plain()
        }
        self._missing = frozenset() if publication.show_in_site() else frozenset(_pages(publication))
        self.shown: dict[str, Picture] = {}

    def know(self, inside: Iterator[str]) -> None:
        """Learn of the show's files, by their paths in the house."""
        for path in inside:
            base = self._where.feed if is_feed(path) else self._where.sound
            self._moves[absolute(self._base_url, paths.PODCAST + path)] = absolute(base, path)

    def feed(self, data: bytes, *, moving: bool) -> bytes:
        """Return a feed, or a page of it, with every address where the listener finds it."""
        root = etree.fromstring(data)
        for element in root.iter(etree.Element):
            for name, value in element.attrib.items():
                element.set(name, self._address(str(value)))
            if element.tag == _CONTENT:
                element.text = self._notes(element.text or "")
            elif element.text:
                element.text = self._address(element.text)
        self._leave_out_pages(root)
        if moving and root.find(f".//{_NEW_FEED}") is None:
            channel = root[0]
            etree.SubElement(channel, _NEW_FEED).text = absolute(self._where.feed, "feed.xml")
        etree.indent(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    def chapters(self, data: bytes) -> bytes:
        """Return chapters with their pictures where the listener finds them."""
        moved = self._values(json.loads(data))
        return (json.dumps(moved, ensure_ascii=False, indent=2) + "\n").encode()

    def _values(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._values(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._values(inner) for inner in value]
        return self._address(value) if isinstance(value, str) else value

    def _address(self, written: str) -> str:
        """Return where an address leads from now on; whatever is no file of the show stays as it is."""
        if written in self._pictures:
            address, picture = self._pictures[written]
            self.shown[address] = picture
            return absolute(self._where.sound, address)
        return self._moves.get(written, written)

    def _notes(self, notes: str) -> str:
        root = html.fragment_fromstring(notes, create_parent="div")
        for anchor in list(root.iter("a")):
            if anchor.get("href", "").partition("#")[0] in self._missing:
                anchor.drop_tag()
        for image in root.iter("img"):
            image.set("src", self._address(image.get("src", "")))
            image.attrib.pop("srcset", None)
        return inner_html(root)

    def _leave_out_pages(self, root: etree._Element) -> None:
        """Let nothing lead to pages that are not there: an item goes without, the channel names the publication."""
        for link in list(root.iter("link")):
            parent = link.getparent()
            if parent is not None and link.text in self._missing:
                if parent.tag == "item":
                    parent.remove(link)
                else:
                    link.text = self._base_url


def _shown(publication: Publication) -> Iterator[Picture]:
    """Give the pictures that a feed may show beside its artwork: in show notes, and of people."""
    for episode in publication.show.episodes if publication.show else ():
        yield from filter(None, episode.pictures)
    yield from filter(None, (person.photo for person in publication.people.values()))


def _pages(publication: Publication) -> Iterator[str]:
    yield absolute(publication.base_url, paths.PODCAST)
    for episode in publication.show.episodes if publication.show else ():
        yield absolute(publication.base_url, episode.address)
