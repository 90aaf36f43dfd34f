"""Findings as GitLab's code quality report, which a merge request shows beside its lines.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Sequence

from pressroom.check.reporters.ascii_json import dump
from pressroom.check.reporters.fingerprints import fingerprints
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding, Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def write(findings: Sequence[Finding], lines: Lines = no_lines) -> str:
    """Return the findings as a JSON array, each on its own; GitLab compares fingerprints with the target branch's."""
    known = fingerprints(findings, lines)
    return dump(
        [
            {
                "description": " ".join(visible(f"{finding.message}\n{finding.hint}").replace("\\n", " ").split()),
                "check_name": finding.rule,
                "fingerprint": known[finding],
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": finding.path, "lines": {"begin": finding.line}},
            }
            for finding in sorted(known, key=Finding.order)
        ]
    )
