"""Headings and what can be linked to: every id in a text is there once."""

import unicodedata
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from pressroom.model.prose import Heading
from pressroom.prose import trees

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMELESS = "section"
"""The id of a heading in which there is no letter or digit."""


def lines(root: HtmlElement, of: Mapping[HtmlElement, int]) -> list[int]:
    """Return the line of each heading of a tree, in order."""
    return [of[heading] for heading in root.iter(*HEADINGS)]


def name(root: HtmlElement) -> None:
    """Give every heading an id by GitHub's rule, and make every id that a text has unique in it."""
    taken: dict[str, int] = {}
    for element in root.xpath(".//*[@id]"):
        element.set("id", _unique(element.get("id"), taken))
    for heading in root.iter(*HEADINGS):
        if "id" not in heading.attrib:
            heading.set("id", _unique(slug(trees.plain(heading)), taken))


def collect(root: HtmlElement, places: list[int]) -> Iterator[Heading]:
    """Give the headings of a named tree; `places` are their lines, in order."""
    for heading, line in zip(root.iter(*HEADINGS), places, strict=False):
        yield Heading(level=int(heading.tag[1]), id=heading.get("id"), text=trees.plain(heading), line=line)


def anchors(root: HtmlElement) -> tuple[str, ...]:
    """Return every id in a tree, in order."""
    return tuple(str(found) for found in root.xpath(".//@id"))


def slug(words: str) -> str:
    """Return a heading's id as GitHub makes it (github-slugger): lower case, hyphens for spaces, no punctuation."""
    kept = (character for character in words.lower() if character in "-_ " or _is_letter(character))
    return "".join(kept).replace(" ", "-") or _NAMELESS


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] in "MN" or unicodedata.category(character) == "Pc"


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """Return a free id; `taken` knows the last number that was tried for each, so that none is tried again."""
    found, number = wanted, taken.get(wanted, 0)
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(found, 0)
    return found
