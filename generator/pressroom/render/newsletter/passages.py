"""A passage: a text of the publication as a message carries it, in HTML and in plain words."""

from lxml.html import Element, HtmlElement

from pressroom.model.base import Model
from pressroom.model.references import Text
from pressroom.model.release import Release
from pressroom.prose import plaintext
from pressroom.render import addresses, placing
from pressroom.render.newsletter.extent import Extent
from pressroom.render.newsletter.furnishing import furnish, level_headings
from pressroom.render.newsletter.shortening import outline
from pressroom.render.newsletter.wording import Wording


class Passage(Model):
    """A text, placed for mail."""

    html: str
    """Sanitised HTML with absolute addresses and without ids."""

    text: str
    """The same, laid out for reading as it stands."""


def passage(text: Text, release: Release, wording: Wording, extent: Extent) -> Passage:
    """Place a text for mail; its headings begin below the message's own, and a long one becomes its outline."""
    base_url = release.publication.base_url
    page = addresses.absolute(base_url, text.address)
    channel = placing.outside_channel(base_url)
    root = placing.place(text, release, channel)
    placing.lead_to_page(root, text, channel)  # mail programs do not follow links inside a message
    level_headings(root, top=2)
    if len(text.prose.html.encode()) > extent.whole:
        root = outline(root, lambda anchor, words: _read_on(page, anchor, words, wording), extent.outline)
    words = plaintext.write(root, lambda href: href)
    furnish(root)
    return Passage(html=placing.inner_html(root).strip(), text=words)


def _read_on(page: str, anchor: str, words: str, wording: Wording) -> HtmlElement:
    paragraph = Element("p")
    link = Element("a", {"href": addresses.absolute(page, "", anchor)})
    link.text = wording.say("read_on_section", title=words) if words else wording.say("read_on")
    paragraph.append(link)
    return paragraph
