"""Findings for somebody at a terminal: as `text` has them, with colours, and with the line that each is about."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from pressroom.check.reporters.counting import summary
from pressroom.check.reporters.quoting import Excerpt, Lines, excerpt, no_lines
from pressroom.check.reporters.text import hint_lines
from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding, Severity

_WIDTH = 100
"""Columns of a line that is quoted; what is longer is cut on both sides of the place that is meant."""

_CUT = "…"
_EXPLAIN = "Why a rule is there, with examples: pressroom explain RULE"


class Palette(NamedTuple):
    """What is written before something, so that it looks like what it is, and after it."""

    error: str = ""
    warning: str = ""
    place: str = ""
    faint: str = ""
    end: str = ""

    def severity(self, severity: Severity) -> str:
        """Return the colour of errors or of warnings."""
        return self.error if severity is Severity.ERROR else self.warning


_PLAIN = Palette()
_COLOURED = Palette("\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[0m")
"""Of ECMA-48; every terminal shows these in its own shades, light or dark."""


def write_plain(findings: Sequence[Finding], lines: Lines = no_lines) -> str:
    """Return the findings with the lines that they are about, for a terminal that should show no colours."""
    return _write(findings, lines, _PLAIN)


def write_coloured(findings: Sequence[Finding], lines: Lines = no_lines) -> str:
    """Return the findings with the lines that they are about, in colours."""
    return _write(findings, lines, _COLOURED)


def _write(findings: Sequence[Finding], lines: Lines, palette: Palette) -> str:
    ordered = sorted(findings, key=Finding.order)
    told = [line for finding in ordered for line in _told(finding, lines, palette)]
    closing = [summary(ordered), *([f"{palette.faint}{_EXPLAIN}{palette.end}"] if ordered else [])]
    return "".join(f"{line}\n" for line in [*told, *closing])


def _told(finding: Finding, lines: Lines, palette: Palette) -> list[str]:
    place = f"{palette.place}{visible(finding.path)}:{finding.line}:{palette.end}"
    what = f"{palette.severity(finding.severity)}{finding.severity}[{finding.rule}]:{palette.end}"
    quoted = excerpt(finding, lines)
    shown = _excerpt(quoted, finding, palette) if quoted else []
    return [f"{place} {what} {visible(finding.message)}", *shown, *hint_lines(finding.hint)]


def _excerpt(quoted: Excerpt, finding: Finding, palette: Palette) -> list[str]:
    before, marked, after = _cut(*map(visible, quoted))
    number = f"{finding.line:>4}"
    bar = f"{palette.faint}{number} │{palette.end}"
    line = f"{bar} {before}{palette.severity(finding.severity)}{marked}{palette.end}{after}"
    if not marked:
        return [f"{bar} {before}{after}"]
    under = f"{palette.faint}{' ' * len(number)} │{palette.end}"
    mark = f"{palette.severity(finding.severity)}{'^' * _columns(marked)}{palette.end}"
    return [line, f"{under} {' ' * _columns(before)}{mark}"]


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Return a line's parts with what is far from the marked one left out."""
    if _columns(before + marked + after) <= _WIDTH:
        return before, marked, after
    if len(marked) > _WIDTH:
        marked = f"{marked[: _WIDTH - 1]}{_CUT}"
    room = max(_WIDTH - len(marked), 0)
    left = min(len(before), room // 2) if marked else room
    if left < len(before):
        before = f"{_CUT}{before[len(before) - left :]}" if marked else f"{before[:left]}{_CUT}"
    rest = room - left
    return before, marked, f"{after[:rest]}{_CUT}" if rest < len(after) else after


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode TR 11); what stands above another sign takes none."""
    return sum(map(_column, text))


def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
