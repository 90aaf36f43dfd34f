"""The step that tells the chat: each channel once, whatever ended the run before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.model.publication import Publication
from pressroom.publish.announce import announce, notice_of
from pressroom.publish.announce.chat import variable
from pressroom.publish.desired import Due, due
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.steps import settle, standing, step
from pressroom.publish.ledger.summaries import Summary, summaries
from pressroom.publish.ledger.tables import Step, StepState
from pressroom.publish.shift import Shift

SETTLED: Final = "a person settled it"
"""Stands beside a notice of which somebody said whether it was told."""

_ENDED: Final = "The run ended before the chat's answer came."


def announce_item(shift: Shift, publication: Publication, one: Due) -> tuple[PublishingFailed, ...]:
    """Tell every channel of an item that has not been told; return what went wrong, channel by channel.

    Raises:
        PublishingFailed: the ledger cannot be written; nothing was said that does not stand in it.

    """
    return tuple(_faults(shift, publication, one))


def to_be_told_again(view: View, publication: Publication, now: datetime) -> tuple[Due, ...]:
    """Return what has gone out but for a notice of which somebody found that it never was told."""
    untold = {one.record.item for one in summaries(view) if one.record.sealed and _is_untold(view, publication, one)}
    return tuple(one for one in due(publication, now, ()) if one.item in untold)


def _is_untold(view: View, publication: Publication, summary: Summary) -> bool:
    settled = {one.subject for one in summary.steps if one.state is StepState.FAILED and one.note == SETTLED}
    wanted = {f"{summary.record.item.name}/{channel}" for channel in publication.announce}
    return any(_is_failed(view, subject) for subject in settled & wanted)


def _is_failed(view: View, subject: str) -> bool:
    known = standing(view, subject, Step.ANNOUNCE)
    return known is not None and known.state is StepState.FAILED


def _faults(shift: Shift, publication: Publication, one: Due) -> Iterator[PublishingFailed]:
    ledger, environment = shift.ledger, shift.office.environment
    for channel in publication.announce:
        subject = f"{one.item.name}/{channel}"
        if _may_be_told(ledger, subject):
            address = environment.get(variable(channel), "").strip()
            try:
                with step(ledger, shift.run, subject, Step.ANNOUNCE):
                    announce(channel, address, notice_of(publication, one.thing))
            except PublishingFailed as fault:
                if not _is_written(ledger, subject):
                    raise
                yield fault


def _may_be_told(ledger: Ledger, subject: str) -> bool:
    """Tell whether it is certain that a channel was not told; what was interrupted becomes uncertain."""
    known = standing(ledger, subject, Step.ANNOUNCE)
    if known and known.state is StepState.BEGUN:
        settle(ledger, known, StepState.UNCERTAIN, _ENDED)
        ledger.checkpoint()
    return known is None or known.state is StepState.FAILED


def _is_written(ledger: Ledger, subject: str) -> bool:
    """Tell whether the ledger knows how it ended; where it does not, the ledger itself is what failed."""
    known = standing(ledger, subject, Step.ANNOUNCE)
    return known is not None and known.state is not StepState.BEGUN
