"""Mends what is certain: dates, quotes, names. Nothing else changes, not a byte, and the prose only where `style` asks.

It looks, mends what it can without one change touching another, and looks again, until nothing is left to mend. No
change is tried twice, so it ends.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from pressroom.build import opening
from pressroom.build.places import Places
from pressroom.check.verdict import select
from pressroom.desk.mentions import Unsure
from pressroom.desk.renaming import rename
from pressroom.desk.replacing import Changed, replace_lines
from pressroom.desk.tidying import trailing_space
from pressroom.desk.typography import quotes
from pressroom.load import PublicationUnreadable
from pressroom.model.finding import Finding, Fix, Renaming
from pressroom.model.publication import Publication

_LONGEST = 70
"""Characters of a line that are told."""


class Change(NamedTuple):
    """Something that was mended, or could not be."""

    path: str
    line: int
    told: str
    """In one line: what stood there and what stands there now."""


class _Sight(NamedTuple):
    """What was found, and in what; None where publication.yml cannot be read."""

    findings: tuple[Finding, ...]
    publication: Publication | None


_Tried = set[tuple[str, Fix | Renaming]]


def fix(places: Places, wanted: Sequence[str | PurePath] = ()) -> Iterator[Change]:
    """Mend what is certain in a publication, or in these files and folders of it; give each change once it is made.

    Raises:
        Unreadable: there is nothing that could be read.
        Unwritable: the disk is full, or may not be written to; what was mended before stays so.

    """
    tried: _Tried = set()
    while True:
        sight = _look(places, wanted)
        lines = _lines(sight.findings, tried)
        if lines:
            for path, fixes in lines.items():
                yield from _replace(places.root, path, fixes)
        elif named := _misnamed(sight, tried):
            yield _rename(places.root, sight.publication, *named)
        else:
            break
    if sight.publication:
        for find in (trailing_space, quotes):
            for path, fixes in find(places.root, sight.publication, wanted).items():
                yield from _replace(places.root, path, fixes)


def _look(places: Places, wanted: Sequence[str | PurePath]) -> _Sight:
    try:
        loaded = opening.read(places)
    except PublicationUnreadable as fault:
        return _Sight(select(fault.findings, wanted), None)
    return _Sight(select(loaded.findings, wanted), loaded.publication)


def _lines(findings: tuple[Finding, ...], tried: _Tried) -> dict[str, list[Fix]]:
    """Return the fixes not tried before, by file; of those for one line, the first."""
    found: dict[str, dict[int, Fix]] = {}
    for finding in findings:
        here = found.setdefault(finding.path, {})
        if finding.fix and finding.fix.line not in here and (finding.path, finding.fix) not in tried:
            tried.add((finding.path, finding.fix))
            here[finding.fix.line] = finding.fix
    return {path: list(fixes.values()) for path, fixes in found.items() if fixes}


def _misnamed(sight: _Sight, tried: _Tried) -> tuple[str, str] | None:
    """Return the next file that gets another name, and that name."""
    for finding in sight.findings if sight.publication else ():
        one = finding.renaming
        if one and (finding.path, one) not in tried:
            tried.add((finding.path, one))
            return finding.path, one.name
    return None


def _replace(root: Path, path: str, fixes: Sequence[Fix]) -> Iterator[Change]:
    try:
        replace_lines(root, path, fixes)
    except Changed:
        yield Change(path, fixes[0].line, "was changed meanwhile, and is left as it is; run this again")
    else:
        yield from (Change(path, one.line, _told(one)) for one in fixes)


def _rename(root: Path, publication: Publication | None, path: str, name: str) -> Change:
    assert publication is not None  # noqa: S101  nothing is renamed that was not read
    try:
        changes = rename(root, publication, path, name)
    except Unsure as doubt:
        return Change(path, 1, f"is not renamed to {name}: {doubt}")
    except Changed:
        return Change(path, 1, "was changed meanwhile, and is left as it is; run this again")
    places = [f"{text}:{one.line}" for text, fixes in changes.items() for one in fixes]
    return Change(path, 1, f"is called {name} now{', also in ' if places else ''}{', '.join(places)}")


def _told(one: Fix) -> str:
    before, after = one.before, one.after
    if before.rstrip() == after:
        return f"the space behind “{_short(after)}” is gone"
    return f"{_short(before)} → {_short(after)}"


def _short(line: str) -> str:
    """Return a line for a sentence; where one became several, with a sign between them."""
    flat = " ⏎ ".join(part.strip() for part in line.split("\n"))
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
