"""Indentation as Python-Markdown wants it: four columns a level, whatever the writer used.

Writers know GitHub's rule (CommonMark 5.2): what belongs to an item stands below its first
word, so two columns are enough behind `- `. Python-Markdown counts in fours. So lines are
moved; and an empty line is set where GitHub needs none: between words and a list, a table, a fence,
a quotation or a heading, between a bulleted list and a numbered one, between definitions, behind code.
Code keeps its lines as they are, only moved with what it stands in.
"""

import re
from typing import NamedTuple

STEP = 4
"""Columns that Python-Markdown wants for a level."""

_MARKER = re.compile(r"([-*+]|\d{1,9}[.)])( {1,4}(?=\S)| (?= {4}))")
_RULE = re.compile(r"([-*_])(?: *\1){2,} *$")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_OTHER_BLOCK = re.compile(r"#{1,6} |[!?]{3}|\[\^[^\]\n]*\]:|: |///")
_HOLDER = re.compile(r"(?P<note>(?:!!!|\?\?\?\+?) ?\w)|\[\^[^\]\n]*\]:|: ")
_DELIMITER_ROW = re.compile(r"\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?)?$")
_PRE = re.compile(r"<pre\b", re.IGNORECASE)
_PRE_END = re.compile(r"</pre\s*>", re.IGNORECASE)


class _Container(NamedTuple):
    """What the following lines may belong to: an item of a list, a note, a definition."""

    least: int
    """The column from which a line belongs to it."""

    to: int
    """The column where its lines shall stand."""

    kind: str = ""
    """`-` for an item of a bulleted list, `1` for one of a numbered list."""

    start: int | None = None
    """The column at which its second block was seen to begin."""


class _Verbatim(NamedTuple):
    """Code between fences or in `<pre>`: how far it moves, and what ends it."""

    by: int
    end: re.Pattern[str]
    closing: tuple[str, ...]
    """The line that ends it, should the writer have left it out."""


def indent(text: str) -> str:
    """Return a text with its lines moved; tabs must have been expanded before."""
    return "\n".join(_Mover().move(text.split("\n")))


class _Mover:
    """Moves lines one after another, knowing what each may belong to."""

    def __init__(self) -> None:
        self._moved: list[str] = []
        self._containers: list[_Container] = []
        self._verbatim: _Verbatim | None = None
        self._after_gap = True
        """Whether the line before was empty, or of a kind that needs no empty line after it."""

        self._in_paragraph = False
        """Whether the line before was words that a list cannot follow directly."""

        self._in_code = False
        """Whether the line before was code by its indentation."""

        self._in_quotation = False
        """Whether the line before was part of a quotation that the parser takes an item into."""

    def move(self, lines: list[str]) -> list[str]:
        """Return the lines, moved."""
        quoted: list[str] = []
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if not self._verbatim and line.lstrip(" ").startswith(">"):
                quoted.append(line)
                continue
            quoted = self._quote(quoted)
            self._line(line, following)
        self._quote(quoted)
        return [*self._moved, *(self._verbatim.closing if self._verbatim else ())]

    def _line(self, line: str, following: str) -> None:
        words = line.strip(" ")
        column = len(line) - len(line.lstrip(" "))
        self._end_code(words, column)
        if self._verbatim:
            self._keep(line, column, self._verbatim)
        elif not words:
            self._moved.append("")
            self._after_gap, self._in_paragraph = True, False
        elif self._is_item(words, column):
            self._item(line.lstrip(" "), column)
        elif _FENCE.match(words) or _PRE.match(words):
            self._open_verbatim(line.lstrip(" "), column)
        elif _OTHER_BLOCK.match(words) or _RULE.match(words):
            self._other_block(line.lstrip(" "), column)
        else:
            self._words(line.lstrip(" "), column, following.strip(" "))
        self._in_quotation = False

    def _end_code(self, words: str, column: int) -> None:
        """Set an empty line behind code whose next line is none; the parser would take them for one block."""
        if self._in_code and words and self._further(column) < STEP:
            self._moved.append("")
            self._after_gap = True
        self._in_code = self._in_code and bool(words) and not self._after_gap

    def _keep(self, line: str, column: int, verbatim: _Verbatim) -> None:
        self._moved.append(" " * max(column + verbatim.by, 0) + line.lstrip(" ") if line.strip() else "")
        if verbatim.end.search(line):
            self._verbatim = None
            self._moved += [""] if verbatim.closing else []

    def _quote(self, lines: list[str]) -> list[str]:
        """Move what is quoted by itself, then the quotation; return no lines."""
        if lines:
            column = len(lines[0]) - len(lines[0].lstrip(" "))
            self._end_code(lines[0], column)
            self._moved += [""] if self._in_paragraph else []
            directly = not (self._after_gap or self._in_paragraph) and self._innermost(column).kind
            to = self._enter(column) - (2 if directly else 0)
            inside = _Mover().move([line.lstrip(" ")[1:].removeprefix(" ") for line in lines])
            self._moved += [f"{' ' * to}> {line}".rstrip(" ") for line in inside]
            self._after_gap, self._in_paragraph, self._in_quotation = False, not self._containers, not directly
        return []

    def _is_item(self, words: str, column: int) -> bool:
        marker = _MARKER.match(words)
        if not marker or _RULE.match(words) or self._further(column) >= STEP:
            return False
        inside_words = self._in_paragraph or (not self._after_gap and self._innermost(column).kind != "")
        return not inside_words or marker.group(1) in ("-", "*", "+", "1.", "1)")

    def _item(self, words: str, column: int) -> None:
        left = self._containers
        to = self._enter(column) if self._leave(column) else 0
        sibling = left[len(self._containers)].kind if len(left) > len(self._containers) else ""
        written = self._open_items(words, column, to)
        kind = "1" if written[0].isdigit() else "-"
        if not self._after_gap and (self._in_paragraph or self._in_quotation or sibling not in ("", kind)):
            self._moved.append("")
        self._moved.append(" " * to + written)
        self._after_gap, self._in_paragraph = False, False

    def _open_items(self, words: str, column: int, to: int) -> str:
        """Open the items that begin on a line, `- 1. a` being two, and return the line's words."""
        written = ""
        while (marker := _MARKER.match(words)) and not _RULE.match(words):
            sign = marker.group(1).replace(")", ".")
            column, to = column + marker.end(), to + STEP
            self._containers = [*self._containers, _Container(column, to, "1" if sign[0].isdigit() else "-")]
            written, words = f"{written}{sign}{marker.group(2)}", words[marker.end() :]
        return written + words

    def _open_verbatim(self, words: str, column: int) -> None:
        fence = _FENCE.match(words)
        if not self._after_gap:
            self._moved.append("")
        to = self._enter(column)
        self._moved.append(" " * to + words)
        self._after_gap, self._in_paragraph = True, False
        if fence:
            sign = fence.group(1)
            end = re.compile(rf"^ *{sign[0]}{{{len(sign)},}} *$")
            self._verbatim = _Verbatim(to - column, end, (" " * to + sign,))
        elif not _PRE_END.search(words):
            self._verbatim = _Verbatim(0, _PRE_END, ())

    def _other_block(self, words: str, column: int) -> None:
        left = self._containers
        to = self._enter(column)
        ends_blocks = words[0] == ":" and any(inner.start is not None for inner in left[len(self._containers) :])
        if not self._after_gap and (ends_blocks or (self._in_paragraph and words[0] in "#!?")):
            self._moved.append("")
        self._moved.append(" " * to + words)
        holder = _HOLDER.match(words)
        self._after_gap = bool(words[0] in "#!?" or _RULE.match(words))
        self._in_paragraph = holder is not None and not holder["note"]
        if holder:
            least = column + (STEP if holder["note"] else 2)
            self._containers = [*self._containers, _Container(least, to + STEP)]

    def _words(self, words: str, column: int, following: str) -> None:
        is_table = "|" in words and bool(_DELIMITER_ROW.match(following))
        is_term = following.startswith(": ") and bool(self._containers) and column < self._containers[-1].least
        if not (self._after_gap or is_table or is_term):
            inner = self._innermost(column)
            to = inner.to + self._further(column) if column >= inner.least else column
        else:
            if not self._after_gap:
                self._moved.append("")
            self._in_code = self._further(column) >= STEP
            to = self._enter(column)
            self._in_paragraph = not self._in_code
        self._moved.append(" " * to + words)
        self._after_gap = False

    def _innermost(self, column: int) -> _Container:
        """Return the innermost container that a line belongs to; one without a kind where it is in none."""
        holding = [container for container in self._containers if column >= container.least]
        return holding[-1] if holding else _Container(0, 0)

    def _further(self, column: int) -> int:
        """Return how many columns further right a line stands than what else is in its container."""
        inner = self._innermost(column)
        return max(column - (inner.least if inner.start is None else inner.start), 0)

    def _leave(self, column: int) -> bool:
        """Leave the containers that a line does not belong to; tell whether it belongs to any."""
        while self._containers and column < self._containers[-1].least:
            self._containers = self._containers[:-1]
        return bool(self._containers)

    def _enter(self, column: int) -> int:
        """Leave the containers that a line does not belong to, and return the column where it shall stand."""
        if not self._leave(column):
            return column
        inner = self._containers[-1]
        if inner.start is None:
            inner = inner._replace(start=column if column - inner.least < STEP else inner.least)
            self._containers = [*self._containers[:-1], inner]
        return inner.to + self._further(column)
