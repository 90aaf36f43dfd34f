"""Findings as GitHub's workflow commands: each becomes a note beside its line in the pull request.

GitHub shows ten errors and ten warnings of a step and drops the rest; so the worst come first, the others are lines
of the log alone, and a notice says how many these are and in which files.
Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from pressroom.check.reporters.counting import counted, summary
from pressroom.check.reporters.escaping import command_data, command_property, log_line, shorten
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.check.reporters.ranking import ranked
from pressroom.check.reporters.text import describe
from pressroom.model.finding import Finding, Severity

SHOWN = 10
"""Of each severity, in one step."""

_LONGEST = 4_000
"""Characters of a note."""

_FILES = 5
"""How many files with more findings are named."""


def write(findings: Sequence[Finding], _lines: Lines = no_lines) -> str:
    """Return a command for each finding that GitHub shows, a line of text for each other, and what was left over."""
    order = ranked(findings)
    kinds = [[finding for finding in order if finding.severity is kind] for kind in Severity]
    shown = list(chain.from_iterable(kind[:SHOWN] for kind in kinds))
    rest = list(chain.from_iterable(kind[SHOWN:] for kind in kinds))
    lines = [*map(_command, shown), *map(_logged, rest), *_notice(rest), summary(order)]
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, "line": str(finding.line), "title": finding.rule}
    told = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
    words = "\n".join(filter(None, (finding.message, finding.hint)))
    return f"::{finding.severity} {told}::{command_data(shorten(words, _LONGEST))}"


def _logged(finding: Finding) -> str:
    return "\n".join(log_line(line) for line in describe(finding).split("\n"))


def _notice(rest: Sequence[Finding]) -> Iterator[str]:
    """Give the notice that says what is not shown beside its line: how much, and where."""
    if not rest:
        return
    files = Counter(finding.path for finding in rest)
    named = [f"{number:,} in {path}" for path, number in files.most_common(_FILES)]
    others = len(files) - len(named)
    more = [f"the others in {counted(others, 'other file')}"] if others > 0 else []
    told = f"{', '.join([*named, *more])}. GitHub shows ten of a kind; the log above has them all."
    yield f"::notice title={command_property(f'{len(rest):,} more')}::{command_data(told)}"
