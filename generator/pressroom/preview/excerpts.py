"""Findings as the table shows them: each with the lines of its file, and a way to it."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pressroom.load.content import LARGEST_TEXT
from pressroom.model.base import Model
from pressroom.model.finding import Finding, Severity
from pressroom.plain import read_plain

MOST: Final = 50
"""So many are shown; whoever has more begins with these."""

_AROUND: Final = 2
"""Lines before and after the one that is meant."""

_LONGEST: Final = 240
"""Characters of a line that are shown."""


class Line(Model):
    """A line of a file."""

    number: int
    text: str
    meant: bool
    """Whether it is the one that the finding speaks of."""


class Shown(Model):
    """A finding, with where it leads."""

    finding: Finding
    lines: tuple[Line, ...]
    """None where the file is no text."""

    editor: str
    """An address that opens the file at its line in Visual Studio Code."""


def shown(findings: Collection[Finding], root: Path, near: Collection[str]) -> tuple[Shown, ...]:
    """Return the findings to show: errors first, and first of each those in the files that are `near`."""

    def rank(finding: Finding) -> tuple[bool, bool, tuple[str, int, str, str]]:
        return finding.severity is not Severity.ERROR, finding.path not in near, finding.order()

    ranked = sorted(set(findings), key=rank)
    return tuple(_shown(finding, root) for finding in ranked[:MOST])


def _shown(finding: Finding, root: Path) -> Shown:
    path = quote(str(root / finding.path))
    return Shown(
        finding=finding,
        lines=tuple(_lines(finding, root)),
        editor=f"vscode://file{path}:{finding.line}",
    )


def _lines(finding: Finding, root: Path) -> Iterator[Line]:
    text = _text(root / finding.path)
    first = max(1, finding.line - _AROUND)
    for number, line in enumerate(text[first - 1 : finding.line + _AROUND], first):
        yield Line(number=number, text=line[:_LONGEST], meant=number == finding.line)


def _text(path: Path) -> Sequence[str]:
    """Return a text file's lines; none of what is no text, or lies elsewhere."""
    data = read_plain(path, LARGEST_TEXT) or b""
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return ()
