"""The line that a finding is about, and the place in it, as far as they can be known."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pressroom.model.finding import Finding

Lines = Callable[[str], Sequence[str]]
"""From a file's path, as findings name it, to its lines; empty where they are not known."""

_SECRETIVE = {"channel", "subscriber", "target"}
"""Rules about lines with a password, a token or somebody's address in them: no log repeats these."""

_QUOTED = re.compile(r"“([^”]+)”")
_FIELD = re.compile(r"`([^`]+)`")
_NAMES = re.compile(r"[^\s“”‘’`,;:!?()]*[-_./@#:<>\d][^\s“”‘’`,;!?()]*")
"""Words that are names or values by their look: `marit-deker`, `rota.md`, `2026-11-31`."""

_VALUE = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+|-\s+)[\"']?(.+?)[\"']?\s*$")
_WRITE = re.compile(r"\b[Ww]rite: (\S.*)$")
_LEAST = 3


def no_lines(_path: str) -> Sequence[str]:
    """Know no file's lines."""
    return ()


class Excerpt(NamedTuple):
    """A line in three parts; the middle one is what is wrong with it, and empty where that is not known."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The whole line."""
        return "".join(self)


class Advice(NamedTuple):
    """What to do, and the corrected line, which is empty where none can be given."""

    words: str
    line: str


def source_line(finding: Finding, lines: Lines) -> str:
    """Return the line that a finding is about; nothing where it is not known, says nothing or is nobody's business."""
    if finding.rule in _SECRETIVE or finding.path.endswith(".csv"):
        return ""
    known = lines(finding.path)
    line = known[finding.line - 1].rstrip() if 0 < finding.line <= len(known) else ""
    return "" if line.strip() == "---" else line


def excerpt(finding: Finding, lines: Lines) -> Excerpt | None:
    """Return the line that a finding is about, with the place in it marked where that can be known."""
    line = source_line(finding, lines)
    if not line.strip():
        return None
    if finding.fix and finding.fix.line == finding.line and finding.fix.before.rstrip() == line:
        return _between(line, finding.fix.after)
    found = next((word for word in _candidates(finding, line) if line.count(word) == 1), "")
    before, marked, after = line.partition(found) if found else (line, "", "")
    return Excerpt(before, marked, after)


def advice(finding: Finding, lines: Lines) -> Advice:
    """Return what to do, and apart from it the corrected line, as far in as the one that it replaces."""
    if finding.fix:
        return Advice(finding.hint, finding.fix.after)
    told = finding.hint.split("\n")
    for number, line in enumerate(told):
        if match := _WRITE.search(line):
            told[number] = line[: match.start()].rstrip()
            before = source_line(finding, lines)
            return Advice("\n".join(told).strip("\n"), before[: len(before) - len(before.lstrip())] + match[1])
    return Advice(finding.hint, "")


def _between(line: str, mended: str) -> Excerpt:
    """Mark what differs between a line and the mended one."""
    start = _alike(line, mended)
    end = min(_alike(line[start:][::-1], mended[start:][::-1]), len(line) - start)
    stop = len(line) - end
    return Excerpt(line[:start], line[start:stop], line[stop:])


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _candidates(finding: Finding, line: str) -> Iterator[str]:
    """Give what of a message may be the wrong thing in the line, the likeliest first."""
    if (value := _VALUE.match(line)) and re.search(rf"(?<!\w){re.escape(value[1])}(?!\w)", finding.message):
        yield value[1]
    yield from _QUOTED.findall(finding.message)
    names = (name.rstrip(".") for name in _NAMES.findall(finding.message))
    yield from (name for name in names if len(name) >= _LEAST)
    yield from _FIELD.findall(finding.message)
