"""Findings as text, for people at a terminal or reading a log."""

from collections.abc import Sequence

from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding, Severity


def write(findings: Sequence[Finding]) -> str:
    """Return each finding with its place and hint, then how many there are, with a line feed at the end."""
    ordered = sorted(findings, key=Finding.order)
    return "".join(f"{line}\n" for line in [*map(describe, ordered), summary(ordered)])


def describe(finding: Finding) -> str:
    """Return one finding: `path:line: error[rule-name]: what is wrong`, its hint on the lines below."""
    place = f"{visible(finding.path)}:{finding.line}"
    first = f"{place}: {finding.severity}[{finding.rule}]: {visible(finding.message)}"
    return "\n".join([first, *_hint(finding.hint)])


def summary(findings: Sequence[Finding]) -> str:
    """Return how many there are, in plain words: `3 errors, 1 warning`."""
    counts = {kind: sum(finding.severity is kind for finding in findings) for kind in Severity}
    told = [f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items() if count]
    return ", ".join(told) or "Nothing wrong found."


def _hint(hint: str) -> list[str]:
    lines = [visible(line) for line in hint.split("\n")] if hint else []
    return [f"  {'      ' if n else 'hint: '}{line}".rstrip() for n, line in enumerate(lines)]
