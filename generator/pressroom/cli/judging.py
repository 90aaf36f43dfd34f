"""Saying what was found, and stopping where it has to be."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pressroom.cli.telling import Lines, no_lines, tell_findings
from pressroom.errors import ContentFaulty

if TYPE_CHECKING:
    from pressroom.build.examination import Examination


def judge(examination: "Examination", *, strict: bool, stopped: str, lines: Lines = no_lines) -> None:
    """Say what was found, and stop the work where it has to be; `stopped` says what did not happen then.

    Raises:
        ContentFaulty: there are errors, or, taken strictly, warnings.

    """
    from pressroom.check import verdict

    findings = verdict.strict(examination.findings) if strict else examination.findings
    if findings:
        tell_findings(findings, err=True, lines=lines)
    if verdict.has_errors(findings):
        raise ContentFaulty(stopped)


@contextmanager
def telling_unreadable(*, form: str = "text", err: bool = False, lines: Lines = no_lines) -> Iterator[None]:
    """Say all that is wrong with a publication.yml that cannot be read, and end."""
    from pressroom.load import PublicationUnreadable

    try:
        yield
    except PublicationUnreadable as fault:
        tell_findings(fault.findings, form=form, err=err, lines=lines)
        sys.exit(fault.exit_code)
