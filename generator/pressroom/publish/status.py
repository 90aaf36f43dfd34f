"""What has been published, to how many, and what is uncertain: as the ledger has it."""

from collections.abc import Iterator
from datetime import datetime

from pressroom.build.examination import read
from pressroom.model.base import Model
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.opening import read_ledger
from pressroom.publish.ledger.steps import StepRecord
from pressroom.publish.ledger.summaries import Summary, publisher_now, summaries
from pressroom.publish.ledger.tables import CopyState, Step
from pressroom.publish.mail.sending import LEFT
from pressroom.publish.office import Office

_WAITING = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT)
_UNCERTAIN = (CopyState.UNCERTAIN, CopyState.FINALIZING)


class Readers(Model):
    """How far an audience's copies are."""

    audience: str
    sent: int
    waiting: int
    refused: int
    """For good."""

    left: int = 0
    """No longer on the list when their copy was to go out."""

    uncertain: int


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
    """`published`, or `imported`: it had gone out before."""

    claimed: datetime
    sealed: datetime | None
    doubtful: tuple[str, ...]
    """What nobody knows whether it happened, in words."""

    emails: tuple[Sent, ...]

    @property
    def is_uncertain(self) -> bool:
        """Tell whether anything of it is."""
        return bool(self.doubtful) or any(readers.uncertain for sent in self.emails for readers in sent.readers)


class Status(Model):
    """All that was published."""

    publisher: str
    """Who publishes now, as far as it is written down; empty for nobody."""

    items: tuple[Published, ...]

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
    try:
        return status_of(view, name)
    finally:
        view.close()


def status_of(view: View, name: str = "") -> Status:
    """Return what a ledger says."""
    lease = publisher_now(view)
    known = [one for one in summaries(view) if name in ("", one.record.item.id)]
    return Status(publisher=lease.label if lease else "", items=tuple(_published(view, one) for one in known))


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
                left = mailings.counts_reply(connection, send.id, CopyState.FAILED, LEFT)
                yield _one(send, mailings.counts(connection, send.id), left)


def _one(send: Send, counts: dict[str, dict[CopyState, int]], left: dict[str, int]) -> Sent:
    readers = tuple(
        Readers(
            audience=audience,
            sent=states.get(CopyState.SENT, 0),
            refused=states.get(CopyState.FAILED, 0) - left.get(audience, 0),
            left=left.get(audience, 0),
            waiting=sum(states.get(state, 0) for state in _WAITING),
            uncertain=sum(states.get(state, 0) for state in _UNCERTAIN),
        )
        for audience, states in counts.items()
    )
    return Sent(revision=send.revision, frozen=send.frozen, readers=readers)
