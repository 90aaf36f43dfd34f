"""What of all that is due was asked for: everything, what was named, or a correction alone."""

from collections.abc import Collection
from datetime import datetime

from pressroom.errors import UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.correcting import next_revision
from pressroom.publish.desired import Due, Item, due, only, why_not
from pressroom.publish.ledger.ledger import View
from pressroom.publish.office import Orders


def wanted_of(
    orders: Orders, publication: Publication, instant: datetime, settled: Collection[Item]
) -> tuple[Due, ...]:
    """Return what is to go out; who asks for a correction and names nothing else wants that alone."""
    if orders.correct and not orders.wanted:
        return ()
    return only(due(publication, instant, settled), orders.wanted, publication)


def revision_of(view: View | None, orders: Orders, publication: Publication, instant: datetime) -> int:
    """Return the number of the correction that was asked for; 0 for none.

    Raises:
        UsageWrong: it was never sent, or readers may not see it now.
        PublishingFailed: it is still being sent for the first time.

    """
    if not orders.correct:
        return 0
    if orders.correct not in {one.item.id for one in due(publication, instant, ())}:
        message = why_not(publication, orders.correct, instant)
        raise UsageWrong(message, "What readers may not see cannot be corrected.")
    return next_revision(view, publication, orders.correct)
