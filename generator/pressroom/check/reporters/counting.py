"""How many findings there are, in plain words."""

from collections.abc import Sequence

from pressroom.model.finding import Finding, Severity


def summary(findings: Sequence[Finding]) -> str:
    """Return how many there are: `3 errors, 1 warning`."""
    counts = {kind: sum(finding.severity is kind for finding in findings) for kind in Severity}
    told = [counted(count, kind) for kind, count in counts.items() if count]
    return ", ".join(told) or "Nothing wrong found."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `1,200 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
