"""The first day: what had gone out before there was a ledger is marked so, and never goes out again."""

from contextlib import closing

from pressroom.build.examination import read
from pressroom.publish.desired import Item, due, only
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import import_items
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.office import Office


def import_old(office: Office, excepted: tuple[str, ...]) -> tuple[Item, ...]:
    """Mark all that readers may have by now as gone out, but for what is excepted; return what was marked.

    An episode that belongs to an excepted issue is excepted as well.

    Raises:
        UsageWrong: a name is no issue's and no episode's.
        PublishingFailed: the ledger cannot be written, or somebody publishes.

    """
    publication = read(office.places).publication
    waiting = due(publication, office.clock.now(), ())
    kept = only(waiting, excepted, publication) if excepted else ()
    old = [one.item for one in waiting if one not in kept]
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        marked = import_items(ledger, old)
        ledger.checkpoint()
    return marked
