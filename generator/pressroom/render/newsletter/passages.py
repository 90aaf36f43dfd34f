"""A passage: a text of the publication as a message carries it, in HTML and in plain words."""

from copy import deepcopy

from lxml.html import Element, HtmlElement

from pressroom.model.base import Model
from pressroom.model.issue import Story
from pressroom.model.references import Text
from pressroom.model.release import Release
from pressroom.prose import plaintext
from pressroom.render import addresses, placing
from pressroom.render.newsletter.extent import Extent
from pressroom.render.newsletter.furnishing import furnish, level_headings
from pressroom.render.newsletter.numbering import number_links
from pressroom.render.newsletter.shortening import outline
from pressroom.render.newsletter.wording import Wording

TOP = 2
"""The level of the message's own headings."""

UNDERLINES = {"h2": "-", "h3": "~", "h4": ".", "h5": ".", "h6": "."}
"""In the text part, where the title of a story is a heading of the second level: signs that show and are not read."""


class Passage(Model):
    """A text, placed for mail."""

    html: str
    """Sanitised HTML with absolute addresses and without ids."""

    text: str
    """The same, laid out for reading as it stands."""

    links: tuple[str, ...] = ()
    """The lines below the text that say where its numbered links lead."""


def passage(text: Text, release: Release, wording: Wording, extent: Extent) -> Passage:
    """Place an issue's own text; its headings are on the level of the stories, and a long one becomes its outline."""
    page = addresses.absolute(release.publication.base_url, text.address)
    root = _placed(text, release)
    level_headings(root, TOP)
    if len(text.prose.html.encode()) > extent.whole:
        root = outline(root, lambda anchor, words: _read_on(page, anchor, words, wording), extent.outline)
    return _passage(root, TOP)


def whole(story: Story, release: Release, level: int) -> Passage:
    """Place all of a story, its headings below the story's own, which is of `level`."""
    root = _placed(story, release)
    return _passage(root, level + 1)


def _placed(text: Text, release: Release) -> HtmlElement:
    channel = placing.outside_channel(release.publication.base_url)
    root = placing.place(text, release, channel)
    placing.lead_to_page(root, text, channel)  # mail programs do not follow links inside a message
    return root


def _passage(root: HtmlElement, top: int) -> Passage:
    spoken = deepcopy(root)
    level_headings(spoken, min(top, TOP + 1))  # a section's title is no heading there, but a line across the page
    links = number_links(spoken)
    words = plaintext.write(spoken, lambda href: href, underlines=UNDERLINES)
    level_headings(root, top)
    furnish(root)
    return Passage(html=placing.inner_html(root).strip(), text=words, links=links)


def _read_on(page: str, anchor: str, words: str, wording: Wording) -> HtmlElement:
    paragraph = Element("p")
    link = Element("a", {"href": addresses.absolute(page, "", anchor)})
    link.text = wording.say("read_on_section", title=words) if words else wording.say("read_on")
    paragraph.append(link)
    return paragraph
