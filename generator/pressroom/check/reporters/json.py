"""Findings as JSON, for tools.

```
{
  "findings": [
    {
      "path": "content/issues/2026-11/issue.md",    relative to the publication's root, forward slashes
      "line": 4,                                    from 1; 1 also where the whole file is meant
      "severity": "error",                          or "warning"
      "rule": "dead-link",
      "message": "There is no file rota.md to link to.",
      "hint": "Did you mean rota-decision.md?"      may be empty, may have several lines
    }
  ],
  "errors": 1,
  "warnings": 0
}
```

Findings stand in order of path, line and rule. Keys may be added, and none goes or changes
its meaning. All of it is ASCII, so that nothing in a text or a file's name can act on a terminal.
"""

from collections.abc import Sequence

from pressroom.check.reporters.ascii_json import dump
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.model.finding import Finding, Severity

_KEYS = ("path", "line", "severity", "rule", "message", "hint")


def write(findings: Sequence[Finding], _lines: Lines = no_lines) -> str:
    """Return the findings as one JSON object, with a line feed at its end."""
    ordered = sorted(findings, key=Finding.order)
    report = {
        "findings": [{key: getattr(finding, key) for key in _KEYS} for finding in ordered],
        "errors": sum(finding.severity is Severity.ERROR for finding in ordered),
        "warnings": sum(finding.severity is Severity.WARNING for finding in ordered),
    }
    return dump(report)
