"""Which findings come first where not all of them are seen."""

from collections import Counter
from collections.abc import Iterable

from pressroom.check.explaining import KINDS, explained
from pressroom.model.finding import Finding, Severity

_Rank = tuple[bool, int, int, Finding]


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the worst and most certain first.

    Errors come before warnings; what could not be read before what was judged, and that before matters of style; and of
    many alike in one file the second comes after the first of everything else.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ranks: list[_Rank] = []
    for finding in sorted(findings, key=Finding.order):
        alike = seen[finding.path, finding.rule]
        seen[finding.path, finding.rule] += 1
        ranks.append((finding.severity is Severity.WARNING, alike, _kind(finding), finding))
    return [finding for *_, finding in sorted(ranks, key=lambda rank: rank[:3])]


def _kind(finding: Finding) -> int:
    rule = explained().get(finding.rule)
    return KINDS.index(rule.kind) if rule else len(KINDS)
