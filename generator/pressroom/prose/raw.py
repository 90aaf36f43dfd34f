"""Markdown inside an HTML block: GitHub reads it behind an empty line, here readers would see its signs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markdown.util import BLOCK_LEVEL_ELEMENTS

from pressroom.model.finding import Fault
from pressroom.prose import policy, rules
from pressroom.prose.pages import Page

_NAMES = sorted(policy.KNOWN.intersection(BLOCK_LEVEL_ELEMENTS) - {"hr", "pre"})
_BEGIN = re.compile(rf"^ {{0,3}}<(?P<name>{'|'.join(_NAMES)})(?=[\s>])", re.IGNORECASE | re.MULTILINE)
_TAGS = {name: re.compile(rf"<(?P<end>/?){name}(?=[\s>])", re.IGNORECASE) for name in _NAMES}
_MARKUP = re.compile(
    r"""
      ^ [ ]* (?P<line> (?: [-*+] | \d{1,9}[.)] | \#{1,6} ) [ ] .*? \S ) [ ]* $
    | (?P<bold> \*\* [^\s*] [^*\n]* \*\* )
    | (?P<link> !? \[ [^\[\]\n]+ \] \( [^()\s]+ \) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_HINTS = {"details": 'Fold it with ??? note "Its title", and begin each line below that with four spaces.'}


class _Block(NamedTuple):
    """An HTML block: the name of its tag, and where it begins and ends in the source."""

    name: str
    begin: int
    end: int


def faults(page: Page) -> Iterator[Fault]:
    """Give each HTML block in which Markdown is shown as it stands, once."""
    if not _BEGIN.search(page.source):
        return
    written, shown = _count(page.source), _count(page.words)
    for block in _blocks(page.source):
        found = _MARKUP.finditer(page.source, block.begin, block.end)
        piece = next((one for one in found if shown[_piece(one)] >= written[_piece(one)]), None)
        if piece:
            yield _fault(block.name, _piece(piece), page.line_at(piece.start()))


def _blocks(source: str) -> Iterator[_Block]:
    """Give the outermost HTML blocks."""
    behind = 0
    for begin in _BEGIN.finditer(source):
        if begin.start() >= behind:
            name = begin["name"].lower()
            behind = _end(source, name, begin.start())
            yield _Block(name, begin.end(), behind)


def _end(source: str, name: str, begin: int) -> int:
    """Return where a block ends: at the end of its tag, or of the text where it has none."""
    depth = 0
    for tag in _TAGS[name].finditer(source, begin):
        depth += -1 if tag["end"] else 1
        if depth == 0:
            return tag.start()
    return len(source)


def _count(text: str) -> Counter[str]:
    return Counter(map(_piece, _MARKUP.finditer(text)))


def _piece(found: re.Match[str]) -> str:
    return found[found.lastgroup or 0]


def _fault(name: str, piece: str, line: int) -> Fault:
    message = f"Markdown is not read inside <{name}>, so that readers see “{piece}” as it stands."
    return rules.warning(
        "leftover-markup", line, message, _HINTS.get(name, f"Take <{name}> out, or write HTML inside it.")
    )
