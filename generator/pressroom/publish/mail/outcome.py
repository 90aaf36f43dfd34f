"""What became of a send, and how people are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.mailings import SETTLED
from pressroom.publish.ledger.tables import CopyState

_WAITING: Final = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a send stands when a run has done what it could."""

    audiences: Mapping[str, Mapping[CopyState, int]]
    """How many copies are in which state, by audience."""

    left: int = 0
    """Readers who are no longer on the list, and got nothing."""

    held: int = 0
    """Copies that stay uncertain until somebody settles them, whatever the policy: they were repeated enough."""

    newcomers: int = 0
    """Readers who have come to the list since it was frozen; they get the next issue."""

    resumes: datetime | None = None
    """When a run can go on: after quiet hours, or when what was put off may be offered again."""

    fault: PublishingFailed | None = None
    """What stopped the run before its time."""

    def count(self, *states: CopyState) -> int:
        """Return how many copies are in one of these states."""
        return sum(number for found in self.audiences.values() for state, number in found.items() if state in states)

    @property
    def total(self) -> int:
        """All copies."""
        return self.count(*CopyState)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: every copy was sent, or can never be."""
        return self.count(*SETTLED) == self.total

    @property
    def is_uncertain(self) -> bool:
        """Whether of some copies nobody knows whether they arrived."""
        return bool(self.count(CopyState.UNCERTAIN, CopyState.FINALIZING))

    def told(self) -> tuple[str, ...]:
        """Return what is to be said, a sentence each; no reader is named."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        sent = self.count(CopyState.SENT)
        yield f"{sent:,} of {self.total:,} {'copy was' if self.total == 1 else 'copies were'} sent."
        failed = self.count(CopyState.FAILED) - self.left
        if failed > 0:
            yield f"{failed:,} can never be delivered; the server refused them for good."
        if self.left:
            whose = (
                "reader left the list before that copy" if self.left == 1 else "readers left the list before their copy"
            )
            yield f"{self.left:,} {whose} went out."
        if self.newcomers:
            yield f"{self.newcomers:,} came to the list since; they get the next issue."
        if self.is_uncertain:
            uncertain = self.count(CopyState.UNCERTAIN, CopyState.FINALIZING)
            verb = "is uncertain: it" if uncertain == 1 else "are uncertain: they"
            yield f"{uncertain:,} {verb} went out, and no answer came."
            if self.held:
                yield f"{self.held:,} of these were repeated often enough, and are not sent again by themselves."
            yield "`pressroom ledger resolve` settles what is uncertain."
        waiting = self.count(*_WAITING)
        if waiting:
            when = f", from {self.resumes:%Y-%m-%d %H:%M %Z} on" if self.resumes else ""
            yield f"{waiting:,} {'is' if waiting == 1 else 'are'} still to be sent; publish again{when}."
