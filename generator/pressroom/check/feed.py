"""A podcast's feed opened, anybody's: its channel, its items, and the line of each of their tags."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from pressroom.model import finding
from pressroom.model.finding import Finding

ENDINGS = (".xml", ".rss")

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"

_NAMES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}
_MOST_ITEMS = 20_000

Tag = etree._Element  # noqa: SLF001 - lxml has no other name for it


@dataclass(frozen=True, eq=False)
class Feed:
    """An RSS feed."""

    path: str
    channel: Tag

    def items(self) -> Iterator[Tag]:
        """Give its episodes."""
        for position, item in enumerate(self.channel.iterchildren("item")):
            if position >= _MOST_ITEMS:
                return
            yield item

    def tags(self, name: str) -> Iterator[Tag]:
        """Give the tags of a name, such as `podcast:guid`, of the channel and of its items."""
        for parent in (self.channel, *self.items()):
            yield from children(parent, name)

    def error(self, rule: str, at: Tag, message: str, hint: str) -> Finding:
        """Tell what is wrong, at the line of a tag."""
        line = cast("int | None", at.sourceline) or 1
        return finding.error(rule, self.path, line, message, hint)


def children(parent: Tag, name: str) -> list[Tag]:
    """Return the tags of a name that stand in a channel or an item."""
    return parent.findall(name, _NAMES)


def text(parent: Tag, name: str) -> str:
    """Return what a tag says, without the space around it; nothing where there is no such tag."""
    return (parent.findtext(name, "", _NAMES) or "").strip()


def title(item: Tag) -> str:
    """Return how an episode is called, for a message."""
    return f"“{text(item, 'title') or 'an episode without a title'}”"


def open_feed(path: str, data: bytes) -> Feed | Finding:
    """Open a feed; what is none is told instead."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = cast("Tag | None", etree.fromstring(data, parser))
    except etree.XMLSyntaxError as fault:
        line = max(fault.lineno or 1, 1)
        hint = "Mend it where it breaks off; an & alone is written &amp; there."
        return finding.error("feed-xml", path, line, f"This is no whole XML: {fault.msg}.", hint)
    channel = root.find("channel") if root is not None and root.tag == "rss" else None
    if channel is None:
        hint = "Give the address of the podcast's feed to whoever sent it, and ask for that file."
        return finding.error(
            "feed-xml", path, 1, "This is XML, and no podcast's feed: it has no <rss> with a <channel>.", hint
        )
    return Feed(path, channel)
