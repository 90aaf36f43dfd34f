"""What the ledger tells people: each item, how and when it went out, and its steps."""

from pressroom.model.base import Model
from pressroom.publish.ledger import leases
from pressroom.publish.ledger.items import ItemRecord, items_of
from pressroom.publish.ledger.leases import Lease
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.steps import StepRecord, step_states


class Summary(Model):
    """An item with its steps, the oldest first."""

    record: ItemRecord
    steps: tuple[StepRecord, ...]
    """Its own, and those of its channels; those of whole runs are not among them."""

    @property
    def doubtful(self) -> tuple[StepRecord, ...]:
        """Return the steps of which nobody knows whether they happened."""
        return tuple(step for step in self.steps if step.is_doubtful)


def summaries(view: View) -> tuple[Summary, ...]:
    """Return all that is known of each item, by kind and id."""
    known = step_states(view)
    return tuple(
        Summary(record=record, steps=tuple(step for step in known if _concerns(step, record.item.name)))
        for record in items_of(view)
    )


def publisher_now(view: View) -> Lease | None:
    """Return who publishes, as far as it is written down: it may have been ended since."""
    with view.read() as connection:
        return leases.current(connection)


def _concerns(step: StepRecord, name: str) -> bool:
    return step.subject == name or step.subject.startswith(f"{name}/")
