"""What a text may hold so that it is rendered in reasonable time; found before it is parsed.

Measured on Python-Markdown 3.11: the time of each kind of thing that is counted here grows
with its square, and at its bound is about a second.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressroom.model.finding import Fault
from pressroom.prose import rules

TEXT = 500_000
"""Characters in a text; a long issue has 100,000."""

LINE = 50_000
"""Characters in a line."""

BLOCK = 2_000
"""Lines without an empty one between them."""

DEPTH = 20
"""Quotations and lists in each other."""

TREE = 150
"""HTML elements in each other; libxml2 stops at 256."""

NOTES = 1_000
"""Definitions of footnotes and abbreviations, each; uses of footnotes."""

SEARCHING = 1_000_000
"""Characters that the parser looks through for the ends of brackets, in one block."""

_FENCE = re.compile(r"[ >]*(?:[-*+] +|\d{1,9}[.)] +)?(`{3,}|~{3,})")
_LEVELS = re.compile(r"(?:[ ]*(?:>|[-*+](?= )|\d{1,9}[.)](?= )))+")
_SIGN = re.compile(r">|[-*+]|\d+[.)]")
_BRACKETS = re.compile(r"\]\(|[\[\])]")
_ABBREVIATION = re.compile(r"^ *\*\[[^\]\n]*\]:", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\n]*\]")


class _Block(NamedTuple):
    """Lines outside code without an empty one between them."""

    line: int
    """Its first line."""

    lines: list[str]


def exceeded(text: str, first_line: int) -> list[Fault]:
    """Return a fault for everything in a text that is beyond these bounds; a text that has some must not be parsed."""
    if len(text) > TEXT:
        message = f"The text has {len(text):,} characters; at most {TEXT:,} can be rendered."
        return [rules.error("too-long", first_line, message, "Split it into several stories.")]
    blocks = list(_blocks(text, first_line))
    found = [fault for block in blocks for fault in _block_faults(block)]
    return [*found, *_level_faults(blocks), *_count_faults(text, first_line)]


def too_deep(line: int) -> Fault:
    """Return what is wrong with a text in which too much stands in each other."""
    message = f"Quotations, lists or tags stand in each other more than {DEPTH} deep."
    return rules.error("too-deep", line, message, "Take some levels out, and finish every tag that you begin.")


def _blocks(text: str, first_line: int) -> Iterator[_Block]:
    lines: list[str] = []
    fence = ""
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        opened = _FENCE.match(line)
        if fence:
            fence = "" if opened and opened.group(1).startswith(fence) else fence
        elif opened:
            fence = opened.group(1)
        elif line.strip(" >"):
            lines.append(line)
            continue
        if lines:
            yield _Block(number - len(lines), lines)
            lines = []


def _block_faults(block: _Block) -> Iterator[Fault]:
    for number, line in enumerate(block.lines, block.line):
        if len(line) > LINE:
            message = f"This line has {len(line):,} characters; at most {LINE:,} can be rendered."
            yield rules.error("too-long", number, message, "Break it into paragraphs, with an empty line between them.")
    if len(block.lines) > BLOCK:
        message = f"{len(block.lines):,} lines follow each other here without an empty one; at most {BLOCK:,} may."
        yield rules.error("too-long", block.line, message, "Put an empty line wherever something new begins.")
    if _searching("\n".join(block.lines)) > SEARCHING:
        message = "This paragraph has more opening brackets than can be followed."
        hint = "Close every [ with a ] and every ]( with a ), or write \\[ where you mean the sign."
        yield rules.error("too-deep", block.line, message, hint)


def _searching(block: str) -> int:
    """Return how far it is, in all, from brackets to their ends; to the block's end where they have none."""
    total, square, round_ = 0, list[int](), list[int]()
    for match in _BRACKETS.finditer(block):
        sign, place = match.group(), match.start()
        if sign == "[":
            square.append(place)
        elif sign == ")":
            total += place - round_.pop() if round_ else 0
        else:
            total += place - square.pop() if square else 0
            round_ += [place] if sign == "](" else []
    return total + sum(len(block) - place for place in (*square, *round_))


def _level_faults(blocks: list[_Block]) -> Iterator[Fault]:
    columns: list[int] = []
    for block in blocks:
        for number, line in enumerate(block.lines, block.line):
            signs = _LEVELS.match(line)
            if not signs:
                continue
            column = len(line) - len(line.lstrip(" "))
            columns = [*(other for other in columns if other < column), column]
            if len(columns) - 1 + len(_SIGN.findall(signs.group())) > DEPTH:
                yield too_deep(number)
                return


def _count_faults(text: str, first_line: int) -> Iterator[Fault]:
    for pattern, what in ((_ABBREVIATION, "abbreviations"), (_NOTE, "footnotes")):
        count = sum(1 for _ in pattern.finditer(text))
        if count > NOTES:
            message = f"The text has {count:,} {what}; at most {NOTES:,} can be rendered."
            yield rules.error("too-long", first_line, message, "Split it into several stories.")
