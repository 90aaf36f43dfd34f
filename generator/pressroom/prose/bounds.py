"""What a text may hold so that it is rendered in reasonable time.

Measured on Python-Markdown 3.11: for each kind of thing that is counted here the time grows
with the square of the number, and at its bound it is about a second. What can be told from
the text is told before it is parsed; the rest the parser asks as it goes, since it alone
knows what is code.
"""

import re
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from pressroom.model.finding import Fault
from pressroom.prose import rules

TEXT = 500_000
"""Characters in a text; a long issue has 100,000."""

PARAGRAPH = 50_000
"""Characters in a paragraph, a heading or a cell."""

BLOCK = 1_000
"""Lines without an empty one between them, code aside."""

DEPTH = 20
"""Quotations and lists in each other."""

TREE = 100
"""HTML elements in each other; libxml2 stops at 256."""

THINGS = 1_000
"""Abbreviations, marks of footnotes, fences of code, notes that are not shown, captions: of each."""

SEARCHING = 1_000_000
"""Characters that the parser looks through for the ends of brackets, in one paragraph."""

BACKTICKS = 10_000_000
"""Characters that the parser looks through for the ends of code, in one paragraph, if no code has an end."""

CELLS = 20_000
"""Cells in a table, empty ones at the ends of its rows among them."""

_SHORT = 1_000
"""Characters of which no bound can be exceeded: each of them counts at most once for every other one."""

SPLITTING = 1_000_000
"""Signs | in a line of a table, times its backticks; the parser looks at each pair."""

_THINGS = {
    "abbreviations": re.compile(r"^ *\*\[[^\]\n]*\]:", re.MULTILINE),
    "marks of footnotes": re.compile(r"\[\^[^\[\]\n]*\]"),
    "fences of code": re.compile(r"^[ >]*(?:`{3}|~{3})", re.MULTILINE),
    "notes in <!-- -->": re.compile(r"<!--"),
    "captions": re.compile(r"(?<!/)/{3,}+ *+(?:figure-|table-)?caption"),
}
_SIGNS = ("]:", "[^", "```", "~~~", "<!--", "///")
"""Signs of which each thing has one."""

_MARKS = re.compile("[\ufdd0-\ufdef]+")
_LEVELS = re.compile(r"(?:[ ]*(?:>|[-*+](?= )|\d{1,9}[.)](?= )))+")
_SIGN = re.compile(r">|[-*+]|\d+[.)]")
_BACKTICKS = re.compile(r"\\?`+")
_BRACKETS = re.compile(r"\]\(|[\[\])]")


class BeyondBoundsError(Exception):
    """The parser has come to something that it would take too long over."""

    def __init__(self, rule: str, message: str, hint: str, marked: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.marked = marked
        """The text that it has come to, with marks of `stamps`."""


def exceeded(text: str, first_line: int) -> list[Fault]:
    """Return a fault for what can be told to be too much; a text that has some must not be parsed."""
    if len(text) > TEXT:
        message = f"The text has {len(text):,} characters; at most {TEXT:,} can be rendered."
        return [rules.error("too-long", first_line, message, "Split it into several stories.")]
    return [*_level_faults(text, first_line), *_count_faults(text, first_line)]


def too_deep(line: int) -> Fault:
    """Return what is wrong with a text in which too much stands in each other."""
    message = f"Quotations, lists or tags stand in each other too deep to be rendered; {DEPTH} levels are the most."
    return rules.error("too-deep", line, message, "Take some levels out, and finish every tag that you begin.")


def check_table(columns: int, rows: int, marked: str) -> None:
    """Raise BeyondBoundsError for a table that has too many cells once all its rows are as long as the longest."""
    if columns * rows > CELLS:
        message = f"This table has {columns:,} columns and {rows:,} rows; at most {CELLS:,} cells can be rendered."
        raise BeyondBoundsError("too-long", message, "Split it into several tables, or take columns out.", marked)


def check_row(row: str) -> None:
    """Raise BeyondBoundsError for a line that would take too long to be split into the cells of a table."""
    if row.count("|") * row.count("`") > SPLITTING:
        message = (
            f"This line has {row.count('|'):,} signs | and {row.count('`'):,} backticks; that is too many of both."
        )
        raise BeyondBoundsError("too-long", message, "Split it into several lines.", row)


class Bounds(Extension):
    """Has the parser ask, before it goes on with anything, whether that is too much."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        """Register what asks."""
        md.parser.blockprocessors.register(_BlockBound(md.parser), "block_bound", 1000)
        md.treeprocessors.register(_ParagraphBound(md), "paragraph_bound", 21)


class _BlockBound(BlockProcessor):
    """Looks at every block and takes none."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 the library's signature
        lines = block.count("\n") + 1
        if lines > BLOCK:
            message = f"{lines:,} lines follow each other here without an empty one; at most {BLOCK:,} can be rendered."
            raise BeyondBoundsError("too-long", message, "Put an empty line wherever something new begins.", block)
        return False


class _ParagraphBound(Treeprocessor):
    """Looks at all running text before links and emphasis are looked for in it."""

    def run(self, root: Element) -> None:
        for text in chain.from_iterable((element.text, element.tail) for element in root.iter()):
            if text and not isinstance(text, AtomicString):
                _check_paragraph(text)


def _check_paragraph(marked: str) -> None:
    if len(marked) <= _SHORT:
        return
    text = _MARKS.sub("", marked)
    if len(text) > PARAGRAPH:
        message = f"Here is a paragraph of {len(text):,} characters; at most {PARAGRAPH:,} can be rendered."
        raise BeyondBoundsError("too-long", message, "Break it into paragraphs, with empty lines between them.", marked)
    if _searching(text) > SEARCHING:
        message = "This paragraph has more opening brackets than can be followed."
        hint = "Close every [ with a ] and every ]( with a ), or write \\[ where you mean the sign."
        raise BeyondBoundsError("too-deep", message, hint, marked)
    runs = _BACKTICKS.findall(text)
    if len(runs) * len(text) > BACKTICKS and not _all_alike(runs):
        message = (
            f"This paragraph has backticks in {len(runs):,} places, in several lengths: more than can be followed."
        )
        raise BeyondBoundsError(
            "too-long", message, "Break it into paragraphs, or begin and end all code alike.", marked
        )


def _all_alike(runs: list[str]) -> bool:
    """Tell whether every run of backticks ends at the next one, so that the parser never looks far."""
    return len(set(runs)) == 1 and not runs[0].startswith("\\")


def _searching(text: str) -> int:
    """Return how far it is, in all, from brackets to their ends; to the text's end where they have none."""
    total, square, round_ = 0, list[int](), list[int]()
    for match in _BRACKETS.finditer(text):
        sign, place = match.group(), match.start()
        if sign == "[":
            square.append(place)
        elif sign == ")":
            total += place - round_.pop() if round_ else 0
        else:
            total += place - square.pop() if square else 0
            round_ += [place] if sign == "](" else []
    return total + sum(len(text) - place for place in (*square, *round_))


def _level_faults(text: str, first_line: int) -> Iterator[Fault]:
    columns: list[int] = []
    for number, line in enumerate(text.split("\n"), first_line):
        signs = _LEVELS.match(line)
        if not signs:
            continue
        column = len(line) - len(line.lstrip(" "))
        columns = [*(other for other in columns if other < column), column]
        if len(columns) - 1 + len(_SIGN.findall(signs.group())) > DEPTH:
            yield too_deep(number)
            return


def _count_faults(text: str, first_line: int) -> Iterator[Fault]:
    if sum(map(text.count, _SIGNS)) <= THINGS:
        return
    for what, pattern in _THINGS.items():
        count = sum(1 for _ in pattern.finditer(text))
        if count > THINGS:
            message = f"The text has {count:,} {what}; at most {THINGS:,} can be rendered."
            yield rules.error("too-long", first_line, message, "Split it into several stories.")
