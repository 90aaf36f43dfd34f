"""Making a long text short: of each section its heading, its first paragraph, and the way to the rest.

Gmail cuts a message off after about 102 kB of HTML, in the middle of a sentence and with
its footer. So a text that is too long is cut by us, where a reader would cut it.
"""

from collections.abc import Callable, Iterator

from lxml import html
from lxml.html import Element, HtmlElement

from pressroom.model.base import Model
from pressroom.render.characters import cut, one_line
from pressroom.render.newsletter.furnishing import HEADINGS

Link = Callable[[str, str], HtmlElement]
"""From a heading's id and words (both empty for the whole text) to a paragraph that leads there."""

LONGEST_HEADING = 150
"""Characters of a heading that is longer than a paragraph may be, and of any in the link to the rest of its section."""


class Measure(Model):
    """How much of a long text is shown; sizes are bytes of HTML, and what is longer is cut to as many characters."""

    opening: int
    """What stands before the first section."""

    paragraph: int
    """The first paragraph of a section."""

    sections: int
    """How many sections."""


def outline(root: HtmlElement, link: Link, measure: Measure) -> HtmlElement:
    """Return the outline of a text as a new `<div>`, taken out of the old one; a link leads to what is left out."""
    short = Element("div")
    opening, *sections = _split(root)
    short.extend(_opening(opening, link, measure.opening))
    for heading, *blocks in sections[: measure.sections]:
        short.extend(_section(heading, blocks, link, measure.paragraph))
    if len(sections) > measure.sections:
        short.append(link("", ""))
    return short


def size(element: HtmlElement) -> int:
    """Return how many bytes of HTML an element takes."""
    return len(html.tostring(element, encoding="utf-8", with_tail=False))


def words_of(element: HtmlElement) -> str:
    """Return what an element says, in one line."""
    return one_line(element.text_content())


def _split(root: HtmlElement) -> list[list[HtmlElement]]:
    """Return the blocks before the first heading, then those of each section, its heading first."""
    top = next((tag for tag in HEADINGS if root.find(tag) is not None), "")
    parts: list[list[HtmlElement]] = [[]]
    for child in list(root):
        if child.tag == top:
            parts.append([])
        parts[-1].append(child)
    return parts


def _opening(blocks: list[HtmlElement], link: Link, room: int) -> Iterator[HtmlElement]:
    shown = 0
    for block in blocks:
        shown += size(block)
        if shown > room:
            if block is blocks[0]:
                yield _cut(block, room)
            yield link("", "")
            return
        yield block


def _section(heading: HtmlElement, blocks: list[HtmlElement], link: Link, room: int) -> Iterator[HtmlElement]:
    words = cut(words_of(heading), LONGEST_HEADING)
    yield heading if size(heading) <= room else _titled(heading, words)
    first = next((block for block in blocks if block.tag == "p" and block.text_content().strip()), None)
    whole = first is not None and size(first) <= room
    if first is not None:
        yield first if whole else _cut(first, room)
    if not whole or len(blocks) > 1:
        yield link(heading.get("id", ""), words)


def _titled(heading: HtmlElement, words: str) -> HtmlElement:
    """Return a heading with other words."""
    anchor = heading.get("id", "")
    heading.clear()
    heading.set("id", anchor)
    heading.text = words
    return heading


def _cut(block: HtmlElement, most: int) -> HtmlElement:
    """Return the beginning of a block: of a list its first items, of anything else its first words."""
    if block.tag in {"ul", "ol"} and len(block) and size(block[0]) <= most:
        shown = 0
        for item in list(block):
            shown += size(item)
            if shown > most:
                block.remove(item)
        return block
    paragraph = Element("p")
    paragraph.text = cut(words_of(block), most)
    return paragraph
