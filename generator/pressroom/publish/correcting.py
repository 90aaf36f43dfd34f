"""Corrections: an issue that was sent goes out once more, as it is now; always by an act of its own.

What was ordered is written down when it is claimed, so that whatever ends the run, the next one finishes it.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.items import Run
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.steps import settle, step, step_states
from pressroom.publish.ledger.tables import Step, StepState
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


def refuse_unchanged(ledger: Ledger, issue: str, revision: int, messages: Mapping[str, bytes]) -> None:
    """Drop an order for a correction in which everybody would get the same once more.

    Args:
        ledger: where it was ordered.
        issue: what is corrected.
        revision: the number of the correction; nothing of it has left.
        messages: what each audience would get.

    Raises:
        PublishingFailed: nothing has changed since the issue was last sent; the order is forgotten.

    """
    try:
        require_changed(ledger, issue, messages)
    except PublishingFailed:
        for one in step_states(ledger, subject=f"issue/{issue}{_MARK}{revision}", name=Step.CLAIM):
            settle(ledger, one, StepState.FAILED, "Nothing had changed.")
        raise


def require_changed(view: View, issue: str, messages: Mapping[str, bytes]) -> None:
    """Make sure that somebody would get something else by a correction than was last sent.

    Raises:
        PublishingFailed: everybody would get the same once more.

    """
    with view.read() as connection:
        last = mailings.last_revision(connection, issue)
        send = None if last is None else mailings.find_send(connection, issue, last)
        before = mailings.digests(connection, send.id) if send else {}
    if before != {audience: sha256(message).hexdigest() for audience, message in messages.items()}:
        return
    message = f"{issue} has not changed since it was last sent, so there is nothing to correct; nothing was sent again."
    hint = f"Mend the issue first. What is uncertain is settled by: pressroom ledger resolve {issue} arrived (or again)"
    raise PublishingFailed(message, hint)


def is_frozen(view: View, issue: str, revision: int) -> bool:
    """Tell whether it is settled already who gets a correction, and in which words."""
    with view.read() as connection:
        return mailings.find_send(connection, issue, revision) is not None


def forget_orders(ledger: Ledger, issue: str) -> int:
    """Forget the corrections of an issue that were ordered and of which nothing has left; return how many."""
    orders = [f"issue/{name}{_MARK}{revision}" for name, revision in ordered(ledger) if name == issue]
    for subject in orders:
        for one in step_states(ledger, subject=subject, name=Step.CLAIM):
            settle(ledger, one, StepState.FAILED, "It was given up.")
    return len(orders)


def ordered(view: View) -> tuple[tuple[str, int], ...]:
    """Return the corrections, each by its issue and number, that were ordered and of which nothing has left yet."""
    claims = [one for one in step_states(view, name=Step.CLAIM) if one.state is not StepState.FAILED]
    subjects = {one.subject for one in claims if _MARK in one.subject}
    parts = (subject.removeprefix("issue/").rpartition(_MARK) for subject in sorted(subjects))
    wanted = [(issue, int(revision)) for issue, _, revision in parts]
    with view.read() as connection:
        return tuple(one for one in wanted if mailings.find_send(connection, *one) is None)
