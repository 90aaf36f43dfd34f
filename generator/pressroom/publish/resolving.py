"""Settling what is uncertain: a person has looked, and says what happened."""

from contextlib import closing
from enum import StrEnum

from sqlalchemy import Connection

from pressroom.build.opening import read
from pressroom.errors import UsageWrong
from pressroom.publish.announcing import SETTLED
from pressroom.publish.correcting import forget_orders
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import end_items, items_of
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.steps import settle
from pressroom.publish.ledger.summaries import summaries
from pressroom.publish.ledger.tables import CopyState, Step, StepState
from pressroom.publish.mail.sending import ENDED
from pressroom.publish.office import Office
from pressroom.publish.refusals import require_own


class Verdict(StrEnum):
    """What a person found out."""

    ARRIVED = "arrived"
    """What was uncertain did arrive."""

    AGAIN = "again"
    """What was uncertain did not arrive, and is to be sent again."""

    REFUSED_AGAIN = "refused-again"
    """What the mail server refused for good is to be offered once more: its fault was mended."""

    GIVEN_UP = "given-up"
    """What is left of it is not wanted any more, and never goes out."""


_DOUBTFUL = (CopyState.UNCERTAIN, CopyState.FINALIZING)
"""The second is what a run left behind that was ended, and that nobody has taken up yet."""

_TURNS = {
    Verdict.ARRIVED: (_DOUBTFUL, CopyState.SENT),
    Verdict.AGAIN: (_DOUBTFUL, CopyState.QUEUED),
    Verdict.REFUSED_AGAIN: ((CopyState.FAILED,), CopyState.QUEUED),
}
_STEPS = {Verdict.ARRIVED: StepState.DONE, Verdict.AGAIN: StepState.FAILED}


def resolve(office: Office, name: str, verdict: Verdict) -> int:
    """Settle an issue's or episode's doubtful copies and notices; return how many were settled.

    Raises:
        UsageWrong: the ledger does not know it.
        PublishingFailed: the ledger cannot be written, or somebody publishes.

    """
    publication = read(office.places).publication
    require_own(publication, office.places.root, office.environment)
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        notices = _notices(ledger, name, verdict)
        settled = notices + (_give_up if verdict is Verdict.GIVEN_UP else _copies)(ledger, office, name, verdict)
        ledger.checkpoint()
    return settled


def _copies(ledger: Ledger, office: Office, name: str, verdict: Verdict) -> int:
    now, (before, after) = office.clock.now(), _TURNS[verdict]
    with ledger.begin() as connection:
        sends = _sends(connection, name)
        return sum(mailings.turn(connection, send, (state, after), SETTLED, now) for send in sends for state in before)


def _give_up(ledger: Ledger, office: Office, name: str, _: Verdict) -> int:
    """Have nothing go out any more of what was begun; who has it keeps it, and what is uncertain stays so."""
    now = office.clock.now()
    with ledger.begin() as connection:
        for send in _sends(connection, name):
            mailings.doubt(connection, send, ENDED, now)
        copies = sum(mailings.give_up(connection, send, now) for send in _sends(connection, name))
    forgotten = forget_orders(ledger, name)
    items = [one.item for one in items_of(ledger) if one.item.id == name and not one.sealed]
    end_items(ledger, items, "given up")
    return copies + forgotten


def _sends(connection: Connection, name: str) -> tuple[int, ...]:
    last = mailings.last_revision(connection, name)
    found = (mailings.find_send(connection, name, number) for number in range(0 if last is None else last + 1))
    return tuple(send.id for send in found if send)


def _notices(ledger: Ledger, name: str, verdict: Verdict) -> int:
    known = [one for one in summaries(ledger) if one.record.item.id == name]
    if not known:
        raise UsageWrong(f"The ledger knows no {name}.", "`pressroom status` lists what it knows.")
    state = _STEPS.get(verdict)
    doubtful = [step for one in known for step in one.doubtful if state and step.name is Step.ANNOUNCE]
    for step in doubtful:
        settle(ledger, step, state or StepState.DONE, SETTLED)
    return len(doubtful)
