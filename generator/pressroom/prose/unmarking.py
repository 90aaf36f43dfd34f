"""A parsed text loses its marks; what they knew is told element by element."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from pressroom.prose.headings import HEADINGS
from pressroom.prose.passages import BLOCKS
from pressroom.prose.stamps import Kind, Stamp, Stamped

_ADDRESSES = ("href", "src")
_BLOCKS = frozenset(BLOCKS)
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9-]*")
"""Other names belong to no attribute that a text may have, and lxml sets none of them."""


class Unmarked(NamedTuple):
    """What the marks of a text told."""

    lines: Mapping[HtmlElement, int]
    """Where each element stands; for links and pictures, where their address was written."""

    begins: Mapping[HtmlElement, int]
    """Where the first words of a block stand; nothing of a block without words."""

    tags: frozenset[HtmlElement]
    """Elements that were written as HTML."""

    listed: frozenset[HtmlElement]
    """Elements that were written as HTML or were given a list of attributes, `{: … }`."""

    shown: tuple[Stamp, ...]
    """Marks in running text that stood for something, in order."""


def unmark(root: HtmlElement, stamped: Stamped, first_line: int) -> Unmarked:
    """Take the marks out of a tree: in code they become what was written, elsewhere what is to be shown."""
    walk = _Walk(stamped, first_line)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return Unmarked(walk.lines, walk.begins, frozenset(walk.tags), frozenset(walk.listed), tuple(walk.shown))


class _Walk:
    """Goes through a tree in the order of the text, knowing the line that it has come to."""

    def __init__(self, stamped: Stamped, first_line: int) -> None:
        self._stamped = stamped
        self._line = first_line
        self._heading: HtmlElement | None = None
        """A heading in which no mark has been seen yet."""

        self._wordless: list[HtmlElement] = []
        """The blocks around this place in which no mark has been seen yet, the outermost first."""

        self._code = 0
        self.begins: dict[HtmlElement, int] = {}
        self.lines: dict[HtmlElement, int] = {}
        self.tags: set[HtmlElement] = set()
        self.listed: set[HtmlElement] = set()
        self.shown: list[Stamp] = []

    def enter(self, element: HtmlElement) -> None:
        """Unmark an element's attributes and the text at its beginning."""
        tag = element.tag
        self._code += tag in ("code", "pre")
        if tag in HEADINGS:
            self._heading = element
        if tag in _BLOCKS:
            self._wordless.append(element)
        own = self._unmark_attributes(element)
        self.lines[element] = own or self._line
        element.text = self._text(element.text)

    def leave(self, element: HtmlElement) -> None:
        """Unmark the text behind an element."""
        self._code -= element.tag in ("code", "pre")
        if element is self._heading:
            self._heading = None
        if self._wordless and self._wordless[-1] is element:
            self._wordless.pop()
        element.tail = self._text(element.tail)

    def _come_to(self, stamp: Stamp) -> None:
        if stamp.kind is Kind.DEFINITION:
            return
        self._line = stamp.line
        if self._wordless:
            self.begins.update(dict.fromkeys(self._wordless, stamp.line))
            self._wordless.clear()
        if self._heading is not None:
            self.lines[self._heading] = stamp.line
            self._heading = None

    def _text(self, text: str | None) -> str | None:
        if not text or text == "\n":  # what stands between most blocks
            return text
        stamps = self._stamped.find(text)
        for stamp in stamps:
            self._come_to(stamp)
        if self._code:
            return self._stamped.restore(text)
        self.shown += [stamp for stamp in stamps if stamp.kind in (Kind.FOREIGN, Kind.FOREIGN_END, Kind.CONTROL)]
        return self._stamped.show(text)

    def _unmark_attributes(self, element: HtmlElement) -> int:
        """Return the line of the element's address, or 0."""
        line = 0
        for name, value in element.attrib.items():
            for stamp in self._stamped.find(name + value):
                self._come_to(stamp)
                self._note(stamp, element)
                line = line or (stamp.line if name in _ADDRESSES else 0)
            if self._stamped.find(name):
                del element.attrib[name]
            elif _PLAIN_NAME.fullmatch(name):
                element.set(name, self._stamped.show(value))
        return line

    def _note(self, stamp: Stamp, element: HtmlElement) -> None:
        if stamp.kind is Kind.TAG:
            self.listed.add(element)
            self.tags |= {element} if stamp.name else set()
