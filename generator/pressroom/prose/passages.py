"""Passages: a text's running words as a reader comes to them, each with the line that it begins in.

The words stand in the HTML already, and are taken from there when somebody asks; of the lines, which the HTML does not
have, a rendered text keeps one for each block, in the same order.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement

from pressroom.model.prose import Prose

BLOCKS = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "td", "th", "caption", "figcaption", "summary"),
    *("address", "article", "aside", "blockquote", "details", "div", "figure", "ol", "pre", "section", "table", "ul"),
    *("dl", "tbody", "tfoot", "thead", "tr"),
)
"""Tags whose words stand apart from those around them."""

CODE = "\ufffc"
"""Stands for code in running words, which are not the writer's own."""

_APART = frozenset(BLOCKS)
_WORDLESS = frozenset({"dl", "ol", "pre", "table", "tbody", "tfoot", "thead", "tr", "ul"})
"""What holds other blocks, or code."""

_SIGNS = {"br": " ", "code": CODE, **dict.fromkeys(("del", "s", "img", "input"), "")}
"""What stands for an element whose words are not read."""

_PARSER = etree.HTMLParser(remove_comments=True, remove_pis=True)
_NOTES = frozenset({"footnote-ref", "footnote-backref"})


class Kind(Enum):
    """What a passage is part of."""

    TEXT = auto()
    HEADING = auto()
    CELL = auto()
    """Of a table."""

    QUOTE = auto()
    """What somebody else has said."""


_KINDS: Mapping[str, Kind] = {
    "blockquote": Kind.QUOTE,
    **dict.fromkeys(("td", "th", "caption"), Kind.CELL),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), Kind.HEADING),
}
_LASTING = frozenset({Kind.QUOTE, Kind.CELL})
"""What holds for all blocks in such a one."""


class Anchor(NamedTuple):
    """A link in a passage."""

    words: str
    href: str
    """`ref:3` where it leads inside the publication."""


class Passage(NamedTuple):
    """Words that are read in one go: a paragraph, a heading, a list's item, a table's cell."""

    line: int
    kind: Kind
    text: str
    """In one line; code is a single CODE, footnotes and what is struck out are left out."""

    links: tuple[Anchor, ...]


def passages_of(prose: Prose) -> tuple[Passage, ...]:
    """Return what a text says, passage by passage, in order; those without words are left out."""
    html, lines = prose.html, prose.lines
    if not html:
        return ()
    root = _parse(html)
    number = sum(1 for _ in root.iter(*BLOCKS))
    known = lines if len(lines) == number else (min(lines, default=1),) * number
    found: list[Passage] = []
    _visit(root, Kind.TEXT, iter(known), found)
    return tuple(found)


def lines(root: HtmlElement, of: Mapping[HtmlElement, int], begins: Mapping[HtmlElement, int]) -> tuple[int, ...]:
    """Return the line of each block of a tree, in order: where its first words stand, else where it does."""
    return tuple(begins.get(block) or of[block] for block in root.iter(*BLOCKS))


def _visit(block: _Element, around: Kind, known: Iterator[int], found: list[Passage]) -> None:
    """Add the passages of a block and of all blocks in it; `known` gives the lines of blocks, in order."""
    line, tag = next(known), str(block.tag)
    kind = _kind(block, tag, around)
    words, anchors, inner = list[str](), list[Anchor](), list[_Element]()
    _collect(block, _Gathered(words, anchors, inner))
    if tag not in _WORDLESS and (text := " ".join("".join(words).split())):
        found.append(Passage(line, kind, text, tuple(anchors)))
    for child in inner:
        _visit(child, kind, known, found)


class _Gathered(NamedTuple):
    """What stands in a block."""

    words: list[str]
    anchors: list[Anchor]
    inner: list[_Element]
    """The blocks in it, which are passages of their own."""


def _parse(html: str) -> _Element:
    """Return HTML within one block, as `trees.parse` does, without what that does for whoever changes a tree."""
    body = etree.fromstring(f"<div>{html}</div>", _PARSER).find("body")
    assert body is not None  # noqa: S101  every HTML has one
    return body[0]


def _kind(block: _Element, tag: str, around: Kind) -> Kind:
    if around in _LASTING:
        return around
    if tag in _KINDS:
        return _KINDS[tag]
    return Kind.HEADING if tag == "p" and "admonition-title" in block.get("class", "") else Kind.TEXT


def _collect(element: _Element, into: _Gathered) -> None:
    """Gather what stands in an element, up to the blocks in it."""
    words = into.words
    if element.text:
        words.append(element.text)
    for child in element:
        tag = child.tag
        if tag in _APART:
            words.append(" ")
            into.inner.append(child)
        elif tag == "a":
            _collect_link(child, into)
        elif tag in _SIGNS:
            words.append(_SIGNS[tag])
        else:
            _collect(child, into)
        if child.tail:
            words.append(child.tail)


def _collect_link(link: _Element, into: _Gathered) -> None:
    if _NOTES.intersection(link.get("class", "").split()):
        return
    own = into._replace(words=[])
    _collect(link, own)
    if href := link.get("href"):
        pictured = [image.get("alt", "") for image in link.iter("img")]
        into.anchors.append(Anchor(" ".join("".join([*own.words, *pictured]).split()), href))
    into.words.extend(own.words)
