"""Sending: every copy of a send that is not settled goes out, with a row in the ledger before and after it.

A copy is `finalizing` from just before its end is sent until the server's answer is written down. So whatever ends the
run, at most the copies in flight are uncertain: one for each connection, or with a ledger that has to be carried away
one batch, which is marked and carried before the first of it leaves.

All sessions that are ready share one transaction, and the answers to the copies before ride along: so the ledger is
durable at each step and still keeps up with the server.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from pressroom.errors import PublishingFailed
from pressroom.model.outlets import CONNECTIONS, LedgerKind, Policy, Quiet
from pressroom.model.publication import Publication
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Addressee, Mailing, Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.clock import Clock
from pressroom.publish.mail.dispatch import Dispatch, Letters
from pressroom.publish.mail.fingerprints import fingerprint
from pressroom.publish.mail.freezing import PART
from pressroom.publish.mail.hands import Job
from pressroom.publish.mail.letters import template
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mail.reckoning import Progress, Unwatched
from pressroom.publish.mail.recipients import Recipient, Recipients
from pressroom.publish.mail.sessions import Route

LEFT = "no longer on the list"
_ENDED = "the run ended before the server's answer came"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How copies are to be sent."""

    zone: ZoneInfo
    """In which quiet hours are meant."""

    policy: Policy = "hold"
    rate: int | None = None
    connections: int = CONNECTIONS
    quiet: Quiet | None = None
    ledger: LedgerKind = "sqlite"
    patience: timedelta = timedelta()
    """How long this run may wait for what was put off."""

    confirmed: frozenset[str] = frozenset()
    """Audiences of which somebody said that their list is right, however many have left it."""


def terms_of(
    publication: Publication, patience: timedelta = timedelta(), confirmed: frozenset[str] = frozenset()
) -> Terms:
    """Return the terms that publication.yml sets."""
    delivery = publication.mail.delivery
    return Terms(
        zone=publication.zone(),
        policy=delivery.policy,
        rate=delivery.rate,
        connections=delivery.connections,
        quiet=delivery.quiet,
        ledger=publication.ledger,
        patience=patience,
        confirmed=confirmed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A send that was frozen, who is on the lists now, and the way that copies leave."""

    send: Send
    lists: tuple[Recipients, ...]
    key: bytes
    """Of the fingerprints."""

    route: Route
    terms: Terms


def deliver(ledger: Ledger, sending: Sending, clock: Clock, progress: Progress | None = None) -> Outcome:
    """Send all copies of a send that are not settled, and return how it stands then.

    It can be called again at any time, also after a run that was killed.

    Raises:
        PublishingFailed: the ledger fails, or a fifth of those who still wait for their copy have left the lists.

    """
    _recover(ledger, sending, clock)
    people = _people(sending)
    jobs, newcomers = _jobs(ledger, sending, people, clock)
    with ledger.begin() as connection:
        written = mailings.mailings_of(connection, sending.send.id)
    dispatch = Dispatch(ledger, sending, _letters(sending, people, written), clock, progress or Unwatched())
    dispatch.run(jobs)
    with ledger.begin() as connection:
        found = mailings.counts(connection, sending.send.id)
        left = mailings.count_reply(connection, sending.send.id, LEFT)
    ledger.checkpoint()
    return Outcome(
        audiences=found, left=left, newcomers=newcomers, resumes=dispatch.resumes(), fault=dispatch.fault
    )
