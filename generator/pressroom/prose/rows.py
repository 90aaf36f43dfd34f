"""Rows of tables that readers would not get as they were written."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from lxml.html import HtmlElement
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor

from pressroom.model.finding import Fault
from pressroom.prose import bounds, rules
from pressroom.prose.pages import Page
from pressroom.prose.unmarking import Unmarked

_CELLS, _ROW = "cells", "row"
"""Attributes that a row with too many cells has until its fault is told."""

_MARKS = re.compile("[\ufdd0-\ufdef]+")
_EDGES = r"(?:[ >]|[-*+] |\d{1,9}[.)] )*(\|[^\n]*\|) *"
_UNMADE = re.compile(rf"^{_EDGES}(?:\n{_EDGES})+$", re.MULTILINE)
_EDGED = re.compile(rf"^{_EDGES}$", re.MULTILINE)
_DASHES = re.compile(r"\|(?:[ :]*-[-: ]*\|)+")


class Rows(Extension):
    """Has the parser note, at each row, that it drops cells."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        """Put the noting processor in the place of the library's."""
        processors = md.parser.blockprocessors
        processors.register(_Noting(md.parser, {"use_align_attribute": True}), "table", 75)


class _Noting(TableProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        bounds.check_table(len(self.separator), blocks[0].count("\n"), blocks[0])
        super().run(parent, blocks)

    def _split_row(self, row: str) -> list[str]:
        bounds.check_row(row)
        return super()._split_row(row)  # type: ignore[misc,no-any-return]  # the stubs leave it out

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]  # the stubs leave it out
        cells = self._split_row(row)
        if any(cell.strip() for cell in cells[len(align) :]):
            parent[-1].set(_CELLS, str(len(cells)))
            parent[-1].set(_ROW, _MARKS.sub("", row))


def faults(page: Page, root: HtmlElement, unmarked: Unmarked) -> Iterator[Fault]:
    """Give rows whose last cells are dropped, and tables that are none; take the parser's notes away."""
    for row in root.iter("tr"):
        if row in unmarked.tags or _CELLS not in row.attrib:
            continue
        cells, written = row.attrib.pop(_CELLS), row.attrib.pop(_ROW, "")
        place = page.source.find(written, _beginning(page, unmarked.lines[row]))
        line = page.line_at(place) if place >= 0 else unmarked.lines[row[-1]]
        message = f"This row has {cells} cells and the table's head has {len(row)}; what is too much is not shown."
        hint = f"Give the head {cells} columns, or write \\| where the sign | belongs to the words of a cell."
        yield rules.warning("table-cells", line, message, hint)
    yield from _unmade(page)


def _beginning(page: Page, line: int) -> int:
    """Return where a line begins in the source."""
    place = 0
    for _ in range(line - page.first_line):
        place = page.source.find("\n", place) + 1
    return place


def _unmade(page: Page) -> Iterator[Fault]:
    if "|\n" not in page.source and "| \n" not in page.source:
        return
    seen = frozenset(page.words.split("\n"))
    for block in _UNMADE.finditer(page.source):
        lines: list[Any] = _EDGED.findall(block.group())
        if any(line in seen and line not in page.code for line in map(str.strip, lines)):
            message = "These lines look like a table and are shown as they stand, with their signs."
            yield rules.warning("table-broken", page.line_at(block.start()), message, _unmade_hint(lines))


def _unmade_hint(lines: list[str]) -> str:
    columns = max(len(re.findall(r"(?<!\\)\|", lines[0])) - 1, 1)
    dashes = f"| {' | '.join(['---'] * columns)} |"
    if _DASHES.fullmatch(lines[1]):
        return f"The line of dashes needs as many columns as the first line: {dashes}"
    return f"Put {dashes} under the first line, and an empty line before it."
