"""What has been published, to how many, and what is uncertain: as the ledger has it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

from sqlalchemy import Connection

from pressroom.build.opening import read
from pressroom.model.base import Model
from pressroom.model.outlets import LedgerKind
from pressroom.publish.doubts import UNCERTAIN, Doubt, Refusal, doubts, refusals
from pressroom.publish.ledger import leases, mailings
from pressroom.publish.ledger.leases import Lease
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.opening import read_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.steps import StepRecord
from pressroom.publish.ledger.summaries import Summary, publisher_now, summaries
from pressroom.publish.ledger.tables import CopyState, Step
from pressroom.publish.mail.sending import LEFT
from pressroom.publish.notes import notes_of
from pressroom.publish.office import Office

_WAITING = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT)


class Readers(Model):
    """How far an audience's copies are."""

    audience: str
    sent: int
    waiting: int
    refused: int
    """For good."""

    left: int = 0
    """No longer on the list when their copy was to go out."""

    given_up: int = 0
    """Not wanted any more when they were still to be sent."""

    uncertain: int
    refusals: tuple[Refusal, ...] = ()
    """Why copies were refused for good."""

    doubts: tuple[Doubt, ...] = ()
    """What is uncertain, copy by copy."""


class Sent(Model):
    """An issue as it went out by mail."""

    revision: int
    """0, or the number of a correction."""

    frozen: datetime
    readers: tuple[Readers, ...]


class Published(Model):
    """An issue or an episode."""

    kind: str
    id: str
    how: str
    """`published`; `imported`: it had gone out before; or `given up`: what was left of it was not wanted any more."""

    claimed: datetime
    sealed: datetime | None
    doubtful: tuple[str, ...]
    """What nobody knows whether it happened, in words."""

    emails: tuple[Sent, ...]

    @property
    def is_uncertain(self) -> bool:
        """Tell whether anything of it is."""
        return bool(self.doubtful) or any(readers.uncertain for sent in self.emails for readers in sent.readers)


class Interrupted(Model):
    """A publish that was ended before its end."""

    publisher: str
    until: datetime
    """When it was last heard of."""


class Status(Model):
    """All that was published."""

    publisher: str
    """Who publishes now, as far as it is written down; empty for nobody."""

    interrupted: Interrupted | None = None
    """Who would publish now, and is certain to have been ended."""

    items: tuple[Published, ...]
    notes: tuple[str, ...] = ()
    """What does not fit together, a sentence each."""

    @property
    def is_uncertain(self) -> bool:
        """Tell whether anything is."""
        return any(item.is_uncertain for item in self.items)


def status(office: Office, name: str = "") -> Status | None:
    """Return what has been published, of one issue or episode if it is named; None where there is no ledger yet.

    Raises:
        PublishingFailed: the ledger cannot be read.

    """
    publication = read(office.places).publication
    view = read_ledger(publication.ledger, office.places.root, office.environment)
    if view is None:
        return None
    with closing(view):
        lease, items, notes = publisher_now(view), published(view, name), notes_of(view, publication)
    if lease and _has_ended(lease, office, publication.ledger):
        ended = Interrupted(publisher=lease.label, until=lease.until - leases.LEASE)
        return Status(publisher="", interrupted=ended, items=items, notes=notes)
    return Status(publisher=lease.label if lease else "", items=items, notes=notes)


def published(view: View, name: str = "") -> tuple[Published, ...]:
    """Return what a ledger knows of all that was published, or of what is named."""
    known = (one for one in summaries(view) if name in ("", one.record.item.id))
    return tuple(_published(view, one) for one in known)


def _has_ended(lease: Lease, office: Office, ledger: LedgerKind) -> bool:
    """Tell whether a publisher is certain to have ended; only with git does the time say so, where no lock does."""
    is_over = ledger == "git" and lease.is_over(office.clock.now())
    return is_over or this_publisher(office.environment).follows(lease)


def _published(view: View, summary: Summary) -> Published:
    record = summary.record
    return Published(
        kind=record.item.kind,
        id=record.item.id,
        how=record.how,
        claimed=record.claimed,
        sealed=record.sealed,
        doubtful=tuple(_told(step) for step in summary.doubtful if step.name is Step.ANNOUNCE),
        emails=tuple(_sent(view, record.item.id)) if record.item.kind == "issue" else (),
    )


def _told(step: StepRecord) -> str:
    return f"the notice to {step.subject.rpartition('/')[2]}"


def _sent(view: View, issue: str) -> Iterator[Sent]:
    with view.read() as connection:
        last = mailings.last_revision(connection, issue)
        for number in range(0 if last is None else last + 1):
            send = mailings.find_send(connection, issue, number)
            if send:
                yield _one(connection, send)


def _one(connection: Connection, send: Send) -> Sent:
    left = mailings.counts_reply(connection, send.id, CopyState.FAILED, LEFT)
    given_up = mailings.counts_reply(connection, send.id, CopyState.FAILED, mailings.GIVEN_UP)
    unsure, refused = doubts(connection, send), refusals(connection, send)
    readers = tuple(
        Readers(
            audience=audience,
            sent=states.get(CopyState.SENT, 0),
            refused=states.get(CopyState.FAILED, 0) - left.get(audience, 0) - given_up.get(audience, 0),
            left=left.get(audience, 0),
            given_up=given_up.get(audience, 0),
            waiting=sum(states.get(state, 0) for state in _WAITING),
            uncertain=sum(states.get(state, 0) for state in UNCERTAIN),
            refusals=refused.get(audience, ()),
            doubts=unsure.get(audience, ()),
        )
        for audience, states in mailings.counts(connection, send.id).items()
    )
    return Sent(revision=send.revision, frozen=send.frozen, readers=readers)
