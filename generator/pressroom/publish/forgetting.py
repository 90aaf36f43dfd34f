"""Taking back that something had gone out before: it was marked by mistake, and is to go out after all."""

from collections.abc import Iterator
from contextlib import closing

from pressroom.build.opening import read
from pressroom.errors import UsageWrong
from pressroom.publish.desired import Item
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import ItemRecord, forget_items, items_of
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.office import Office
from pressroom.publish.refusals import require_own


def forget(office: Office, names: tuple[str, ...]) -> tuple[Item, ...]:
    """Take back what an import marked, and return it; never what went out from here.

    Raises:
        UsageWrong: the ledger does not know one of these, or knows that it went out; nothing was taken back.
        PublishingFailed: the ledger cannot be written, or somebody publishes.

    """
    publication = read(office.places).publication
    require_own(publication, office.places.root, office.environment)
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        _require_imported(ledger, names)
        items = tuple(record.item for record in items_of(ledger) if record.item.id in names)
        forget_items(ledger, items)
        ledger.checkpoint()
    return items


def _require_imported(ledger: Ledger, names: tuple[str, ...]) -> None:
    known = items_of(ledger)
    missing = [name for name in names if name not in {record.item.id for record in known}]
    sent = [record for record in known if record.item.id in names and record.how != "imported"]
    if missing or sent:
        unknown = (f"The ledger knows no {name}." for name in missing)
        hint = "Only what `ledger import` marked can be taken back; `pressroom status` says what that is."
        raise UsageWrong(" ".join((*unknown, *_told(sent))), f"{hint} Nothing was changed.")


def _told(sent: list[ItemRecord]) -> Iterator[str]:
    for record in sent:
        when = f"on {record.sealed:%Y-%m-%d}" if record.sealed else "in part"
        yield f"{record.item.id} was not marked: it went out {when}."
        if record.item.kind == "issue":
            yield f"To send it once more, as it is now: pressroom publish --correct {record.item.id} --live."
