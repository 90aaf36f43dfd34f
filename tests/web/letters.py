"""The messages that are opened in a browser, and the ways in which mail programs spoil or change them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Final

from lxml import html
from lxml.html import HtmlElement
from tests.bench.archive import write_archive

from pressroom.build.places import Places
from pressroom.build.themes import read_theme
from pressroom.load import load
from pressroom.model.edition import Edition
from pressroom.model.release import Release, release
from pressroom.render import newsletter
from pressroom.render.newsletter import Press
from pressroom.store import Store

SAMPLES: Final = (
    "2026-05/en",
    "2026-06/en-frontline",
    "2026-07/en",
    "2026-08/en",
    "2026-09/en",
    "2026-10/en",
    "2026-11/en",
    "2026-11/en-frontline",
    "2026-11/nl",
)
"""Messages of the sample, by where they lie below build/email: every issue, and every kind of edition."""

NEWEST: Final = "2026-11/en"
SINGLE_FILE: Final = "2026-08/en"
ARCHIVE: Final = "an archive's"
"""A message with everything at once: it comes from no editor's hand, and is longer than any that does."""

LETTERS: Final = (*SAMPLES, ARCHIVE)
_NOW: Final = datetime(2026, 11, 22, tzinfo=UTC)
_TO_OUTLOOK: Final = re.compile(r"\[if (?:gte )?mso[^\]]*\]>(.*)<!\[endif\]", re.DOTALL)
_NOT_TO_OUTLOOK: Final = "[if !mso]><!"
_END: Final = "<![endif]"


def read(root: Path) -> Release:
    """Read a publication as it is on a day after the last issue of the sample."""
    return release(load(root, Store(None)).publication, _NOW, drafts=False)


def set_up(root: Path, current: Release) -> Press:
    """Set up the press with Pressroom's own theme."""
    return newsletter.set_up(read_theme(Places(root=root).themes("newsletter")), current.publication.brand)


def of_archive(root: Path) -> str:
    """Write an archive into an empty folder, and return the message of its newest issue."""
    write_archive(root, issues=2)
    current = read(root)
    edition = Edition(issue=current.publication.issues[0])
    return newsletter.render_one(edition, current, set_up(root, current)).html


def whole(message: str) -> str:
    """Return a message as it was sent."""
    return message


def without_styles(message: str) -> str:
    """Return a message as mail programs show it that drop every `<style>`."""
    root = html.document_fromstring(message)
    html.etree.strip_elements(root, "style", with_tail=False)
    return _written(root)


def in_outlook(message: str) -> str:
    """Return a message as Outlook on Windows reads it: what its comments hold is there, what is not for it is gone.

    A comment may open elements that another closes, so the tree's comments are replaced in its text, and read again.
    What is in `<xml>` is no text; a button drawn by VML becomes a box of its size, with the address that it leads to.
    """
    root = html.document_fromstring(message)
    for start in _comments(root, _NOT_TO_OUTLOOK):
        _cut_until_end(start)
    shown = _written(root)
    for comment in {str(comment) for comment in _comments(root, "[if ")}:
        inner = _TO_OUTLOOK.search(comment)
        assert inner, f"A comment that this reader does not know: {comment}"
        shown = shown.replace(comment, inner[1])
    return _drawn(shown)


def _comments(root: HtmlElement, start: str) -> Iterator[HtmlElement]:
    for comment in list(root.iter(html.etree.Comment)):
        if (comment.text or "").startswith(start):
            yield comment


def _cut_until_end(start: HtmlElement) -> None:
    """Remove what stands between a comment and the one that ends it, both of which stand in the same element."""
    inside = list(takewhile(lambda element: element.text != _END, start.itersiblings()))
    end = (inside[-1] if inside else start).getnext()
    assert end is not None, f"No end to {start.text}"
    for element in inside:
        element.getparent().remove(element)
    for comment in (start, end):
        comment.tail = None if comment is start else comment.tail
        comment.drop_tree()


def _drawn(message: str) -> str:
    root = html.document_fromstring(message)
    html.etree.strip_elements(root, "xml", with_tail=False)
    for button in [element for element in root.iter(html.etree.Element) if element.tag.endswith("roundrect")]:
        button.tag = "a"
        button.set("style", f"display:inline-block;background-color:{button.get('fillcolor')};{button.get('style')}")
        for inner in list(button.iterdescendants()):
            inner.tag = "span"  # a <center> ends the paragraph that it stands in, where HTML is read
    return _written(root)


def _written(root: HtmlElement) -> str:
    return str(html.tostring(root, doctype="<!DOCTYPE html>", encoding="unicode"))


READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "as sent": whole,
    "without styles": without_styles,
    "in Outlook": in_outlook,
}
"""How mail programs read a message."""
