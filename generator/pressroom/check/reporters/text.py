"""Findings as text, for people reading a log, and for editors that look for `path:line:`."""

from collections.abc import Sequence

from pressroom.check.reporters.counting import summary
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding


def write(findings: Sequence[Finding], _lines: Lines = no_lines) -> str:
    """Return each finding with its place and hint, then how many there are, with a line feed at the end."""
    ordered = sorted(findings, key=Finding.order)
    return "".join(f"{line}\n" for line in [*map(describe, ordered), summary(ordered)])


def describe(finding: Finding) -> str:
    """Return one finding: `path:line: error[rule-name]: what is wrong`, its hint on the lines below."""
    place = f"{visible(finding.path)}:{finding.line}"
    first = f"{place}: {finding.severity}[{finding.rule}]: {visible(finding.message)}"
    return "\n".join([first, *hint_lines(finding.hint)])


def hint_lines(hint: str) -> list[str]:
    """Return the lines that say what to do, the first of them with `hint:` before it."""
    lines = [visible(line) for line in hint.split("\n")] if hint else []
    return [f"  {'      ' if n else 'hint: '}{line}".rstrip() for n, line in enumerate(lines)]
