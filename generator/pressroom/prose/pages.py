"""A text and what readers see of it, side by side: what only looks like markup is told apart from code by it."""

import re
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WITHIN_WORDS = frozenset(
    {"a", "abbr", "b", "bdi", "br", "del", "em", "i", "img", "ins", "label", "mark", "small", "span", "strong", "sub"}
    | {"sup", "u", "wbr"}
)


class Page:
    """A source and its tree without marks; the tree is read only when something in the source asks for it."""

    def __init__(self, source: str, root: HtmlElement, first_line: int) -> None:
        self.first_line = first_line
        self._root = root
        self.source = _COMMENT.sub(_blank, source) if "<!--" in source else source
        """The text; of notes that readers never get, line ends alone are left."""

    @cached_property
    def words(self) -> str:
        """The running text, an empty line between blocks and a NUL for each piece of code."""
        return self._read[0]

    @cached_property
    def code(self) -> str:
        """What was written as code, each piece on lines of its own."""
        return self._read[1]

    def line_at(self, place: int) -> int:
        """Return the line of a place in the source."""
        return self.first_line + self.source.count("\n", 0, place)

    def shows(self, piece: str) -> bool:
        """Tell whether a piece of the source stands in running text wherever it is written, never in code."""
        return self.words.count(piece) >= self.source.count(piece)

    @cached_property
    def _read(self) -> tuple[str, str]:
        words, code, depth = list[str](), list[str](), 0
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            begins, is_code = event == "start", element.tag in ("code", "pre")
            words += [] if depth or is_code or element.tag in _WITHIN_WORDS else ["\n\n"]
            words += ["\0"] if is_code and begins else []
            depth += (1 if begins else -1) if is_code else 0
            code += ["\n"] if is_code else []
            (code if depth else words).append((element.text if begins else element.tail) or "")
        return "".join(words), "".join(code)


def _blank(comment: re.Match[str]) -> str:
    return "\n" * comment.group().count("\n")
