"""What became of a publish."""

from dataclasses import dataclass

from pressroom.errors import PublishingFailed


@dataclass(frozen=True, kw_only=True)
class Report:
    """What was done, what has to wait, and what went wrong while the rest went on."""

    told: tuple[str, ...] = ()
    """Sentences for people, in order; no reader is named."""

    faults: tuple[PublishingFailed, ...] = ()
    """What did not happen, or may not have; each is in the ledger."""

    pending: bool = False
    """Whether the run is not at its end: some of it has to wait, or failed. Publishing again goes on with it."""

    def __add__(self, other: "Report") -> "Report":
        """Return this and what came after it; what both say is said once."""
        faults = {fault.message: fault for fault in (*self.faults, *other.faults)}
        return Report(
            told=tuple(dict.fromkeys((*self.told, *other.told))),
            faults=tuple(faults.values()),
            pending=self.pending or other.pending,
        )
