"""What findings amount to: which of them count, and whether they stop the work."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from pressroom.model.finding import Finding, Severity

_MADE = "build/"
"""Where built messages stand; the findings of content each stand where an editor mends them."""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def strict(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with every warning taken for an error."""
    return tuple(finding.but(severity=Severity.ERROR) for finding in findings)


def select(findings: Iterable[Finding], paths: Sequence[str | PurePath]) -> tuple[Finding, ...]:
    """Return the findings of these files and of what lies in these folders; all where no path is given.

    Paths are relative to the publication's root; `.` is all of it.
    """
    wanted = [PurePath(path) for path in paths]
    return tuple(f for f in findings if not wanted or any(PurePath(f.path).is_relative_to(path) for path in wanted))


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of many messages, each of those in built files once, however many messages share it.

    A fault in a theme is in every message; it stands at the first, and its hint says in how many more.
    """
    ordered = tuple(findings)
    shared = Counter(map(_words, ordered))
    first = {_words(finding): finding for finding in reversed(ordered)}
    return tuple(
        finding if shared[words] == 1 or not finding.path.startswith(_MADE) else _with_others(finding, shared[words])
        for finding, words in zip(ordered, map(_words, ordered), strict=True)
        if first[words] is finding or not finding.path.startswith(_MADE)
    )


def _words(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.message, finding.hint


def _with_others(finding: Finding, number: int) -> Finding:
    more = number - 1
    told = f"{finding.hint}\nThe same is in {more} other message{'' if more == 1 else 's'}."
    return finding.but(hint=told)
