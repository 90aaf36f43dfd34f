"""The steps of a run, each with its row before and after: what was begun and not ended was interrupted."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, insert, select, update

from pressroom.errors import PressroomError, PublishingFailed, Uncertain
from pressroom.model.base import Model
from pressroom.publish.ledger.items import Run
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.tables import Step, StepState, steps

_LONGEST = 500
"""Characters of a note."""


class Place(Model):
    """Which step of which run."""

    run: str
    subject: str
    """Empty for the run as a whole, or an item (`issue/2026-11`), or one channel of it (`issue/2026-11/slack`)."""

    name: Step


class StepRecord(Place):
    """What the ledger knows of one step of one run."""

    state: StepState
    """`begun`, read by anybody but the run that is at it, says that the run was interrupted there."""

    begun: datetime
    ended: datetime | None
    note: str

    @property
    def is_doubtful(self) -> bool:
        """Tell whether nobody knows if it happened: it was interrupted, or the other side did not say."""
        return self.state in (StepState.BEGUN, StepState.UNCERTAIN)


class Noting:
    """What is to be written beside a step once it ends."""

    def __init__(self) -> None:
        self.note = ""

    def say(self, note: str) -> None:
        """Have a word written beside the step: no secret, no address."""
        self.note = note


@contextmanager
def step(ledger: Ledger, run: Run, subject: str, name: Step) -> Iterator[Noting]:
    """Do a step: what is written before it is carried before it, and what is written after it is carried after it.

    It ends `done`; or `failed`, with why; or `uncertain`, where that is what it says or where nobody foresaw how it
    ended. A process that dies in it, or is told to stop, leaves it `begun`. Whether it may be done again is for the
    caller to decide, by `standing`, before.

    Raises:
        PublishingFailed: the ledger cannot be written or carried; if that is so before the step, it was not begun.

    """
    place = Place(run=run.id, subject=subject, name=name)
    _begin(ledger, place)
    noting = Noting()
    try:
        yield noting
    except Uncertain as doubt:
        _end_badly(ledger, place, StepState.UNCERTAIN, doubt.message)
        raise
    except PressroomError as fault:
        _end_badly(ledger, place, StepState.FAILED, fault.message)
        raise
    except Exception as unforeseen:
        kind = type(unforeseen).__name__  # and not its words, which may hold anything
        _end_badly(ledger, place, StepState.UNCERTAIN, f"It ended in a way that nobody foresaw: {kind}.")
        raise
    _end(ledger, place, StepState.DONE, noting.note)
    ledger.checkpoint()


def step_states(
    view: View, *, run: Run | None = None, subject: str | None = None, name: Step | None = None
) -> tuple[StepRecord, ...]:
    """Return the steps that the ledger knows, those of one run, subject or name if that is asked for, oldest first."""
    asked = {steps.c.run: run.id if run else None, steps.c.subject: subject, steps.c.name: name}
    chosen = select(steps).where(*(column == value for column, value in asked.items() if value is not None))
    return _records(view, chosen)


def standing(view: View, subject: str, name: Step) -> StepRecord | None:
    """Return what counts of a step that may happen only once, over all runs; None where it was never begun.

    That it was done counts most, then that it may have been: only where it is None or `failed` may it be tried (again).
    """
    order = (StepState.FAILED, StepState.BEGUN, StepState.UNCERTAIN, StepState.DONE)
    return max(step_states(view, subject=subject, name=name), key=lambda one: order.index(one.state), default=None)


def settle(ledger: Ledger, place: Place, state: StepState, note: str) -> None:
    """Write down what a person found out about a doubtful step: `done`, or `failed`, so that it is tried again."""
    _end(ledger, place, state, note)


def _begin(ledger: Ledger, place: Place) -> None:
    with ledger.begin() as connection:
        connection.execute(delete(steps).where(_is(place)))
        connection.execute(insert(steps).values(**place.as_dict(), state=StepState.BEGUN, begun=ledger.now(), note=""))
    ledger.checkpoint()


def _end(ledger: Ledger, place: Place, state: StepState, note: str) -> None:
    with ledger.begin() as connection:
        values = {"state": state, "ended": ledger.now(), "note": note[:_LONGEST]}
        connection.execute(update(steps).where(_is(place)).values(values))


def _end_badly(ledger: Ledger, place: Place, state: StepState, note: str) -> None:
    """Write how a step ended; where even that is impossible it stays begun, and why it ended is what is told."""
    with suppress(PublishingFailed):
        _end(ledger, place, state, note)
        ledger.checkpoint()


def _is(place: Place) -> ColumnElement[bool]:
    return (steps.c.run == place.run) & (steps.c.subject == place.subject) & (steps.c.name == place.name)


def _records(view: View, chosen: Select[Any]) -> tuple[StepRecord, ...]:
    with view.read() as connection:
        rows = connection.execute(chosen.order_by(steps.c.begun, steps.c.run, steps.c.subject, steps.c.name))
        return tuple(StepRecord.from_dict(dict(row)) for row in rows.mappings())
