"""Tables in plain text: aligned columns where they fit, else wrapped cells, else one record after another."""

from collections.abc import Iterator

from pressroom.model.base import Model
from pressroom.prose.wrapping import columns, indent, wrap

GAP = "   "
THINNEST = 12
"""Columns that a cell keeps when a table is squeezed."""

Row = tuple[str, ...]


class Table(Model):
    """A table's cells in plain words, every row equally long."""

    head: Row | None = None
    rows: tuple[Row, ...] = ()
    aligns: Row
    """`left`, `center` or `right` for each column; empty says left."""

    def all_rows(self) -> tuple[Row, ...]:
        """Return the head, if there is one, and the rows."""
        return (self.head, *self.rows) if self.head else self.rows

    def widths(self) -> list[int]:
        """Return the columns that each column's longest line takes."""
        return [max(columns(line) for cell in cells for line in cell.split("\n")) for cells in self._by_column()]

    def longest_words(self) -> list[int]:
        """Return the columns that each column's longest word takes."""
        return [
            max((columns(word) for cell in cells for word in cell.split()), default=0) for cells in self._by_column()
        ]

    def _by_column(self) -> Iterator[Row]:
        return zip(*self.all_rows(), strict=True)


def lay_out(table: Table, width: int) -> list[str]:
    """Return a table's lines; they are at most `width` columns, unless a single word is wider."""
    widths = _squeeze(table, width)
    return _grid(table, widths) if widths else _records(table, width)


def _squeeze(table: Table, width: int) -> list[int]:
    """Return widths that fit, the widest column giving first; nothing where they cannot."""
    room = width - len(GAP) * (len(table.aligns) - 1)
    widths = [min(wide, max(room, 0)) for wide in table.widths()]
    least = [max(word, min(wide, THINNEST)) for word, wide in zip(table.longest_words(), widths, strict=True)]
    if sum(least) > room:
        return []
    while sum(widths) > room:
        spare = [wide if wide > floor else 0 for wide, floor in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _grid(table: Table, widths: list[int]) -> list[str]:
    rows = [_row(row, table.aligns, widths) for row in table.all_rows()]
    gap = [""] if any(len(row) > 1 for row in rows) else []
    lines: list[str] = []
    if table.head:
        lines = [*rows.pop(0), GAP.join("-" * wide for wide in widths)]
    for number, row in enumerate(rows):
        lines += [*gap, *row] if number else row
    return lines


def _row(row: Row, aligns: Row, widths: list[int]) -> list[str]:
    cells = [wrap(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in cells)
    lines = zip(*(cell + [""] * (height - len(cell)) for cell in cells), strict=True)
    return [GAP.join(map(_align, line, aligns, widths)).rstrip(" ") for line in lines]


def _align(cell: str, how: str, wide: int) -> str:
    space = wide - columns(cell)
    before = {"right": space, "center": space // 2}.get(how, 0)
    return " " * before + cell + " " * (space - before)


def _records(table: Table, width: int) -> list[str]:
    names = table.head or ("",) * len(table.aligns)
    lines: list[str] = []
    for number, row in enumerate(table.rows):
        lines += [""] if number else []
        for field in _fields(names, row):
            lines += indent(wrap(field, width - 2), "", "  ")
    return lines


def _fields(names: Row, row: Row) -> Iterator[str]:
    for name, cell in zip(names, row, strict=True):
        if cell:
            yield f"{name}: {cell}" if name else cell
