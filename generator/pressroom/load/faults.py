"""Faults while loading: how they are made, and where they are gathered."""

from collections.abc import Iterable
from itertools import islice

from pressroom.load.rules import RULES
from pressroom.model.finding import Fault, Finding, Fix, Renaming, Severity

_FEW = 6


def fault(rule: str, line: int, message: str, hint: str = "", fix: Fix | None = None) -> Fault:
    """Make a fault that stops the build; raises KeyError for a rule that is not in the table."""
    return _fault(Severity.ERROR, rule, line, message, hint).but(fix=fix)


def remark(rule: str, line: int, message: str, hint: str = "", fix: Fix | None = None) -> Fault:
    """Make a fault that is a matter of taste; raises KeyError for a rule that is not in the table."""
    return _fault(Severity.WARNING, rule, line, message, hint).but(fix=fix)


def misnamed(wrong: Fault, renaming: Renaming | None) -> Fault:
    """Return a fault with the name that its file or folder should have."""
    return wrong.but(renaming=renaming)


def _fault(severity: Severity, rule: str, line: int, message: str, hint: str) -> Fault:
    if rule not in RULES:
        raise KeyError(rule)
    return Fault(severity=severity, rule=rule, line=line, message=message, hint=hint)


def first_few(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the first few of many faults alike, and how many there are: one habit makes a hundred."""
    rest = iter(faults)
    few = tuple(islice(rest, _FEW))
    others = sum(1 for _ in rest)
    if not others:
        return few
    message = f"{few[-1].message} So it is in {others + 1:,} places from here on."
    return (*few[:-1], few[-1].but(message=message))


class Notes:
    """All that was found so far, in every file."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._findings: dict[Finding, None] = {}
        self._paths = set(paths)

    def aside(self) -> "Notes":
        """Return notes for a part by itself: what is found there is its own, what was found before is known."""
        return Notes(self._paths)

    def add(self, path: str, *faults: Fault) -> None:
        """Note what is wrong with a file; what was noted already is not noted again."""
        for one in faults:
            self._paths.add(path)
            self._findings[Finding(path=path, **one.as_dict())] = None

    def take(self, findings: Iterable[Finding]) -> None:
        """Note what was found elsewhere."""
        for one in findings:
            self._paths.add(one.path)
            self._findings[one] = None

    def error(self, rule: str, path: str, line: int, message: str, hint: str = "") -> None:
        """Note an error."""
        self.add(path, fault(rule, line, message, hint))

    def warning(self, rule: str, path: str, line: int, message: str, hint: str = "") -> None:
        """Note a warning."""
        self.add(path, remark(rule, line, message, hint))

    def findings(self) -> tuple[Finding, ...]:
        """Return everything, by file and line."""
        return tuple(sorted(self._findings, key=Finding.order))

    def has(self, path: str) -> bool:
        """Tell whether anything is wrong with a file."""
        return path in self._paths

    def has_below(self, folder: str) -> bool:
        """Tell whether anything is wrong in a folder, or with it."""
        return any(path == folder or path.startswith(f"{folder}/") for path in self._paths)
