"""What findings amount to: which of them count, and whether they stop the work."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from pressroom.model.finding import Finding, Severity


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def strict(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with every warning taken for an error."""
    return tuple(finding.model_copy(update={"severity": Severity.ERROR}) for finding in findings)


def select(findings: Iterable[Finding], paths: Sequence[str | PurePath]) -> tuple[Finding, ...]:
    """Return the findings of these files and of what lies in these folders; all where no path is given.

    Paths are relative to the publication's root; `.` is all of it.
    """
    wanted = [PurePath(path) for path in paths]
    return tuple(f for f in findings if not wanted or any(PurePath(f.path).is_relative_to(path) for path in wanted))
