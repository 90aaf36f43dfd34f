"""Prose gets a channel's addresses: the one place where `ref:` and `pic:` become real.

By tree and never by pattern: the text was parsed and sanitised before, so it is parsed
once more here and only the attributes change.
"""

from collections.abc import Callable
from functools import partial
from html import escape
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from pressroom.model.base import Model
from pressroom.model.picture import Picture
from pressroom.model.references import Destination, Text
from pressroom.model.release import Release
from pressroom.render import addresses, pictures
from pressroom.render.characters import legal
from pressroom.render.pictures import ImageTag


class Channel(Model):
    """How one channel writes addresses and pictures."""

    page: Callable[[str, str], str]
    """From an address and a fragment to a final address."""

    image: Callable[[Picture, str], ImageTag]


def site_channel(page: str) -> Channel:
    """Return the channel of one page of the site: relative addresses."""
    address = partial(addresses.relative, page)
    return Channel(page=address, image=partial(pictures.in_page, address=address))


def outside_channel(base_url: str) -> Channel:
    """Return the channel of messages and feeds: absolute addresses, pictures that mail shows."""
    address = partial(addresses.absolute, base_url)
    return Channel(page=address, image=partial(pictures.in_mail, address=address))


def place(text: Text, release: Release, channel: Channel) -> HtmlElement:
    """Return a text's prose as a `<div>` whose links and pictures have the channel's addresses.

    A link to something that is held back, or to nothing, becomes the text that it was on.
    """
    root = html.fragment_fromstring(legal(text.prose.html), create_parent="div")
    for anchor in list(root.iter("a")):
        _place_link(anchor, text, release, channel)
    for image in list(root.iter("img")):
        _place_picture(image, text, channel)
    return root


def place_in_site(text: Text, release: Release, page: str) -> str:
    """Return a text's prose for a page of the site, as HTML."""
    return inner_html(place(text, release, site_channel(page)))


def place_outside(text: Text, release: Release) -> str:
    """Return a text's prose for a feed, as HTML with absolute addresses.

    A link inside the text leads to its page: feed readers take `#notes` for a part of the feed.
    The sign beside a heading that links to it is for pages alone.
    """
    channel = outside_channel(release.publication.base_url)
    root = place(text, release, channel)
    for anchor in list(root.iter("a")):
        if "headerlink" in anchor.get("class", "").split():
            anchor.drop_tree()
    lead_to_page(root, text, channel)
    return legal(inner_html(root))


def lead_to_page(root: HtmlElement, text: Text, channel: Channel) -> None:
    """Let links within a text lead to its page, where what shows the text would not find their ends."""
    for anchor in root.iter("a"):
        href = anchor.get("href", "")
        if href.startswith("#"):
            anchor.set("href", channel.page(text.address, unquote(href[1:])))


def inner_html(element: HtmlElement) -> str:
    """Return what is inside an element, as HTML."""
    return escape(element.text or "", quote=False) + "".join(
        html.tostring(child, encoding="unicode") for child in element
    )


def _place_link(anchor: HtmlElement, text: Text, release: Release, channel: Channel) -> None:
    href = anchor.get("href", "")
    if not href.startswith("ref:"):
        return
    link = text.prose.links[int(href.removeprefix("ref:"))]
    resolution = release.directory.resolve(text, link.target)
    if not isinstance(resolution, Destination):
        anchor.drop_tag()
        return
    own = resolution.address == text.address and bool(resolution.fragment)
    anchor.set("href", f"#{resolution.fragment}" if own else channel.page(resolution.address, resolution.fragment))
    if resolution.language and resolution.language != getattr(text, "language", resolution.language):
        anchor.set("hreflang", resolution.language)


def _place_picture(image: HtmlElement, text: Text, channel: Channel) -> None:
    source = image.get("src", "")
    if not source.startswith("pic:"):
        return
    picture = text.pictures[int(source.removeprefix("pic:"))]
    if picture is None:
        image.drop_tree()
        return
    tag = channel.image(picture, image.get("alt", ""))
    for name, value in tag.as_dict("focus").items():
        if value != "" or name == "alt":
            image.set(name, legal(str(value)))
    image.set("loading", "lazy")
