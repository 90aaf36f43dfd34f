"""A finding: one thing that is wrong, where it is, and what to do."""

from enum import StrEnum

from pressroom.model.base import Model


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Fix(Model):
    """A change that mends a finding: one line of its file replaced by another, or by several."""

    line: int
    """Counted from 1, as the loader sees lines: they end in a line feed, a carriage return, or both."""

    before: str
    """The whole line, without its end; where the file has another there, nothing is changed."""

    after: str


class Renaming(Model):
    """A change that mends a finding: its file or folder gets another name, and so does whatever refers to it."""

    name: str
    """The new name, in the same folder."""


class Fault(Model):
    """What is wrong in one text, whichever file it came from."""

    severity: Severity
    rule: str
    """The rule's name, in lower case with hyphens: `unknown-key`."""

    line: int
    """Counted from 1; 1 also where the fault belongs to the whole file."""

    message: str
    """What is wrong, in one plain sentence."""

    hint: str
    """What to do about it, with the corrected line where there is one."""

    fix: Fix | None = None
    """How the line is mended, where that is certain."""

    renaming: Renaming | None = None
    """How the file is to be called instead, where that is certain."""


class Finding(Fault):
    """A fault and the file that it is in."""

    path: str
    """Relative to the publication's root, with forward slashes."""

    def order(self) -> tuple[str, int, str, str]:
        """Return the key that findings are sorted by: place, then rule."""
        return (self.path, self.line, self.rule, self.message)


def error(rule: str, path: str, line: int, message: str, hint: str = "") -> Finding:
    """Make a finding that stops the build."""
    return Finding(severity=Severity.ERROR, rule=rule, path=path, line=line, message=message, hint=hint)


def warning(rule: str, path: str, line: int, message: str, hint: str = "") -> Finding:
    """Make a finding that is a matter of taste."""
    return Finding(severity=Severity.WARNING, rule=rule, path=path, line=line, message=message, hint=hint)
