"""A sanitised text in plain words, laid out for someone who reads it as it stands."""

from collections.abc import Callable, Iterator, Mapping

from lxml.html import HtmlElement

from pressroom.prose import tables
from pressroom.prose.phrases import Phrases
from pressroom.prose.tables import Table
from pressroom.prose.wrapping import columns, indent, wrap

NARROWEST = 20
"""Columns that a text keeps, however deep it is nested."""

Lines = list[str]

UNDERLINES: Mapping[str, str] = {"h1": "=", "h2": "-"}
"""What stands under a heading, by its tag; others have a # for each level before them."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
}


def write(
    root: HtmlElement,
    address_of: Callable[[str], str],
    width: int = 76,
    underlines: Mapping[str, str] = UNDERLINES,
) -> str:
    """Lay out a sanitised tree as plain text of `width` columns, with no line break at its end.

    `address_of` gives what is printed after a link, from its `href` as it stands in the
    tree (which may be neutral, `ref:3`); an empty string prints nothing.
    """
    return "\n".join(_Layout(Phrases(root, address_of), underlines).blocks(root, width))


class _Layout:
    """Lays out blocks; every method returns lines with none before or after them."""

    def __init__(self, phrases: Phrases, underlines: Mapping[str, str]) -> None:
        self._phrases = phrases
        self._underlines = underlines
        self._by_tag: Mapping[str, Callable[[HtmlElement, int], Lines]] = {
            "a": self._linked,
            "blockquote": self._quotation,
            "details": self._boxed,
            "div": self._division,
            "dl": self._definitions,
            "figure": self._figure,
            "hr": self._rule,
            "ol": self._list,
            "pre": self._code,
            "table": self._table,
            "ul": self._list,
            **dict.fromkeys(_HEADINGS, self._heading),
        }

    def blocks(self, element: HtmlElement, width: int) -> Lines:
        """Return what is inside an element, with an empty line between blocks."""
        return _join(self._parts(element, width), [""])

    def _parts(self, element: HtmlElement, width: int) -> list[Lines]:
        room = max(width, NARROWEST)
        return [lines for lines in self._each_part(element, room) if lines]

    def _each_part(self, element: HtmlElement, width: int) -> Iterator[Lines]:
        """Give each block inside an element; running text between blocks is one too."""
        text, running = element.text, list[HtmlElement]()
        for child in element:
            if not _is_block(child):
                running.append(child)
                continue
            yield self._paragraph(text, running, width)
            yield self._by_tag.get(child.tag, self.blocks)(child, width)
            text, running = child.tail, []
        yield self._paragraph(text, running, width)

    def _paragraph(self, text: str | None, elements: list[HtmlElement], width: int) -> Lines:
        words = self._phrases.write(text, elements) if elements or text else ""
        return wrap(words, width) if words else []

    def _heading(self, element: HtmlElement, width: int) -> Lines:
        words = self._phrases.inside(element)
        if not words:
            return []
        underline = self._underlines.get(element.tag)
        if not underline:
            return wrap(f"{'#' * int(element.tag[1])} {words}", width)
        lines = wrap(words, width)
        return [*lines, underline * max(map(columns, lines))]

    def _rule(self, _element: HtmlElement, _width: int) -> Lines:
        return ["* * *"]

    def _code(self, element: HtmlElement, _width: int) -> Lines:
        return indent(element.text_content().strip("\n").split("\n"), "    ", "    ")

    def _quotation(self, element: HtmlElement, width: int) -> Lines:
        return indent(self.blocks(element, width - 2), "> ", "> ")

    def _linked(self, element: HtmlElement, width: int) -> Lines:
        address = self._phrases.address(element)
        return _join([*self._parts(element, width), [f"({address})"] if address else []], [])

    def _list(self, element: HtmlElement, width: int) -> Lines:
        items = [child for child in element if child.tag == "li"]
        markers = _bullets(element, items)
        gap = [""] if any(child.tag == "p" for item in items for child in item) else []
        return _join([self._item(*pair, gap, width) for pair in zip(items, markers, strict=True)], gap)

    def _item(self, element: HtmlElement, marker: str, gap: Lines, width: int) -> Lines:
        lines = _join(self._parts(element, width - len(marker)), gap)
        return indent(lines or [""], marker, " " * len(marker))

    def _definitions(self, element: HtmlElement, width: int) -> Lines:
        lines: Lines = []
        for child in element:
            if child.tag == "dd":
                lines += indent(self.blocks(child, width - 4), "    ", "    ")
            else:
                lines += [*([""] if lines and child.tag == "dt" else []), *self.blocks(child, width)]
        return lines

    def _figure(self, element: HtmlElement, width: int) -> Lines:
        return _join(self._parts(element, width), [])

    def _division(self, element: HtmlElement, width: int) -> Lines:
        classes = (element.get("class") or "").split()
        if "footnote" in classes:
            return self._footnotes(element, width)
        return self._boxed(element, width) if "admonition" in classes else self.blocks(element, width)

    def _boxed(self, element: HtmlElement, width: int) -> Lines:
        """Lay out a note or a folded text, its title directly above what it says."""
        parts = self._parts(element, width - 2)
        titled = len(element) > 0 and (element[0].tag == "summary" or "admonition-title" in element[0].classes)
        title = parts.pop(0) if titled and parts else []
        return indent([*title, *_join(parts, [""])], "| ", "| ")

    def _footnotes(self, element: HtmlElement, width: int) -> Lines:
        notes = [item for part in element if part.tag == "ol" for item in part]
        lines = [self._item(note, f"[{number}] ", [""], width) for number, note in enumerate(notes, 1)]
        return ["-" * 12, *_join(lines, [])]

    def _table(self, element: HtmlElement, width: int) -> Lines:
        rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in _rows(element)]
        headed = bool(rows) and _is_head(rows[0])
        cells = _equally_long([[self._cell(cell) for cell in row] for row in rows])
        caption = [self._paragraph(None, [child], width) for child in element if child.tag == "caption"]
        if not cells or not cells[0]:
            return _join(caption, [])
        aligns = _equally_long([[cell.get("align") or "" for cell in rows[0]], [""] * len(cells[0])])[0]
        table = Table(head=cells[0] if headed else None, rows=tuple(cells[headed:]), aligns=aligns)
        return _join([*caption, tables.lay_out(table, width)], [""])

    def _cell(self, element: HtmlElement) -> str:
        return "\n".join(self.blocks(element, _UNWRAPPED))


_UNWRAPPED = 1_000_000
"""A width at which no line breaks; the table breaks its cells itself."""


def _is_head(row: list[HtmlElement]) -> bool:
    """Tell whether a row names the columns; the first may have no name."""
    named = [cell.tag == "th" for cell in row]
    return any(named) and all(named[1:]) and (named[0] or not row[0].text_content().strip())


def _is_block(element: HtmlElement) -> bool:
    return element.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _join(parts: list[Lines], gap: Lines) -> Lines:
    lines: Lines = []
    for part in parts:
        lines += [*(gap if lines and part else []), *part]
    return lines


def _bullets(element: HtmlElement, items: list[HtmlElement]) -> list[str]:
    if element.tag == "ul":
        return ["- "] * len(items)
    start = element.get("start", "")
    first = int(start) if start.isdecimal() else 1
    numbers = [f"{number}." for number in range(first, first + len(items))]
    longest = max(map(len, numbers), default=0)
    return [f"{number:>{longest}} " for number in numbers]


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _equally_long(rows: list[list[str]]) -> list[tuple[str, ...]]:
    longest = max(map(len, rows), default=0)
    return [(*row, *[""] * (longest - len(row))) for row in rows]
