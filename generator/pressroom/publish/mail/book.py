"""The book that sending keeps: what is about to happen is written before it does, what happened right after.

A ledger that stays where it is has each copy `finalizing` just before its end is sent. One that has to be carried
away, to a git ref, is too slow for that: there a whole batch is `finalizing` and carried before the first copy of it
leaves, and nothing else leaves until all of it is settled. Either way the ledger that outlives a run says of no copy
that it was not delivered when it may have been.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Entry, Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.clock import Clock
from pressroom.publish.mail.hands import Job

_PAGE: Final = 500
_LARGEST_BATCH: Final = 200
_BATCH_PART: Final = 20
_CHECKPOINT: Final = 120.0
"""Seconds; the lease of the ledger runs for some minutes, and has to be renewed in time."""


class Book:
    """One send's pages in a ledger that stays where it is."""

    _finalizes = True
    """Whether each copy is written down when its end is about to be sent."""

    def __init__(self, ledger: Ledger, send: Send, clock: Clock) -> None:
        self._ledger = ledger
        self._send = send.id
        self._clock = clock
        self._carried = clock.seconds()

    def portion(self) -> int:
        """Return how many copies are taken at a time."""
        return _PAGE

    def can_take(self, flying: int) -> bool:
        """Tell whether more copies may be taken while so many are on their way."""
        return flying >= 0

    def take(self, jobs: Sequence[Job]) -> None:
        """Write that copies are about to be offered; of who may have one already that stays written."""
        self._mark((job.fingerprint for job in jobs if not job.unsure), CopyState.SENDING)

    def write(self, ready: Iterable[Job], entries: Sequence[Entry]) -> None:
        """Write that these copies may be delivered from now on, and what became of others."""
        jobs = ready if self._finalizes else ()
        about = [Entry(job.fingerprint, CopyState.FINALIZING, job.attempts) for job in jobs]
        if not (about or entries):
            return
        with self._ledger.begin() as connection:
            mailings.enter(connection, self._send, (*entries, *about), self._clock.now())

    def put_back(self, jobs: Iterable[Job]) -> None:
        """Write of copies that were taken that they were not offered."""
        entries = [Entry(job.fingerprint, _untouched(job), job.attempts) for job in jobs]
        self.write((), entries)

    def keep(self) -> None:
        """Have the ledger outlive this machine, and stay ours, whenever it is time for that again."""
        if self._clock.seconds() - self._carried >= _CHECKPOINT:
            self._carry()

    def _mark(self, keys: Iterable[bytes], state: CopyState) -> None:
        with self._ledger.begin() as connection:
            mailings.mark(connection, self._send, keys, state, self._clock.now())

    def _carry(self) -> None:
        self._ledger.checkpoint()
        self._carried = self._clock.seconds()


class CarriedBook(Book):
    """One send's pages in a ledger that is carried away, batch by batch."""

    _finalizes = False

    def __init__(self, ledger: Ledger, send: Send, clock: Clock, total: int) -> None:
        super().__init__(ledger, send, clock)
        self._batch = max(1, min(_LARGEST_BATCH, total // _BATCH_PART))

    def portion(self) -> int:
        """Return how many copies are taken at a time: as many as a lost runner may leave uncertain."""
        return self._batch

    def can_take(self, flying: int) -> bool:
        """Tell whether more copies may be taken: once the batch before is settled."""
        return flying == 0

    def take(self, jobs: Sequence[Job]) -> None:
        """Write that all of a batch may be delivered from now on, and carry that away."""
        self._mark((job.fingerprint for job in jobs), CopyState.FINALIZING)
        self._carry()


def _untouched(job: Job) -> CopyState:
    return CopyState.UNCERTAIN if job.unsure else CopyState.QUEUED
