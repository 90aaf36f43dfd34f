"""The tags that feedgen does not know, or writes in a way that validators refuse.

feedgen has nothing of the podcast namespace, writes `itunes:explicit` as yes or no where
Apple and PSP-1 want true or false, `itunes:block` in small letters, and its dates by
switching the whole process to another locale and back. It writes the feed's frame; the
items, of which there may be thousands, are put into it here.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
PODCAST = "https://podcastindex.org/namespace/1.0"


Tag = tuple[str, str, Mapping[str, str]]
"""An element to be written: its name, with its namespace in braces as lxml has it, its text, and its attributes.

There are tens of thousands in a long feed, so it has no class of its own.
"""

_NONE: Mapping[str, str] = {}


def plain(name: str, text: str = "", attributes: Mapping[str, str] = _NONE) -> Tag:
    """Return a tag of no namespace, or of one that its name says."""
    return name, text, attributes


def itunes(name: str, text: str = "", /, **attributes: str) -> Tag:
    """Return a tag of Apple's namespace."""
    return f"{{{ITUNES}}}{name}", text, attributes


def podcast(name: str, text: str = "", /, **attributes: str) -> Tag:
    """Return a tag of the podcast namespace; an attribute without a value is left out."""
    if not all(attributes.values()):
        attributes = {key: value for key, value in attributes.items() if value}
    return f"{{{PODCAST}}}{name}", text, attributes


class ChannelTags:
    """A feedgen extension of a feed: it adds the tags and the items that it was made with to the channel."""

    def __init__(self, tags: tuple[Tag, ...], items: Iterable[Iterable[Tag]] = ()) -> None:
        self.tags = tags
        self.items = items

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces that the feed declares beside feedgen's own."""
        return {"podcast": PODCAST}

    def extend_rss(self, rss: etree._Element) -> etree._Element:
        """Add the tags to the `<channel>`, in place of what feedgen wrote under the same name, and then its items."""
        channel = rss[0]
        for name, _, _ in self.tags:
            for written in channel.findall(name):
                channel.remove(written)
        append(channel, self.tags)
        for tags in self.items:
            append(etree.SubElement(channel, "item"), tags)
        return rss


def append(parent: etree._Element, tags: Iterable[Tag]) -> None:
    """Add tags to an element, below the others."""
    for name, text, attributes in tags:
        element = etree.SubElement(parent, name, attributes)  # type: ignore[arg-type]  # any mapping will do
        if text:
            element.text = text
