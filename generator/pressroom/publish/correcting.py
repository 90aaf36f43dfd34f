"""Corrections: an issue that was sent goes out once more, as it is now; always by an act of its own.

What was ordered is written down when it is claimed, so that whatever ends the run, the next one finishes it.
"""

from typing import Final

from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.items import Run
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.steps import step, step_states
from pressroom.publish.ledger.tables import Step
from pressroom.publish.mailing import open_states

_MARK: Final = "/correction-"
"""Stands in the subject of a claim between the issue and the number of its correction."""


def next_revision(view: View | None, publication: Publication, issue: str) -> int:
    """Return the number of an issue's next correction: that of the last one, if it is not at its end.

    Raises:
        UsageWrong: the issue was never sent, so that nothing can be corrected.
        PublishingFailed: it is still being sent for the first time.

    """
    last, is_open = _last(view, publication, issue) if view else (None, False)
    if last is None:
        message = f"{issue} was never sent from this ledger, so there is nothing to correct."
        raise UsageWrong(message, f"Publish it: pressroom publish {issue} --live")
    if is_open and last == 0:
        message = f"{issue} is still being sent."
        raise PublishingFailed(message, "Let that come to its end (pressroom publish --live), then correct it.")
    return last if is_open else last + 1


def _last(view: View, publication: Publication, issue: str) -> tuple[int | None, bool]:
    """Return the number of an issue's last send, and whether it is still to be brought to its end."""
    with view.read() as connection:
        last = mailings.last_revision(connection, issue)
        waiting = mailings.sends_with(connection, open_states(publication))
    return last, any((one.issue, one.revision) == (issue, last) for one in waiting)


def claim_correction(ledger: Ledger, run: Run, issue: str, revision: int) -> None:
    """Write down that a correction was ordered."""
    with step(ledger, run, f"issue/{issue}{_MARK}{revision}", Step.CLAIM):
        pass


def ordered(view: View) -> tuple[tuple[str, int], ...]:
    """Return the corrections, each by its issue and number, that were ordered and of which nothing has left yet."""
    subjects = {one.subject for one in step_states(view, name=Step.CLAIM) if _MARK in one.subject}
    parts = (subject.removeprefix("issue/").rpartition(_MARK) for subject in sorted(subjects))
    wanted = [(issue, int(revision)) for issue, _, revision in parts]
    with view.read() as connection:
        return tuple(one for one in wanted if mailings.find_send(connection, *one) is None)
