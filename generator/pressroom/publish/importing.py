"""The first day: what had gone out before there was a ledger is marked so, and never goes out again."""

from collections.abc import Collection
from contextlib import closing

from pressroom.build.examination import read
from pressroom.errors import UsageWrong
from pressroom.model.issue import Issue
from pressroom.publish.desired import Due, Item, due, only
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import first_day, import_items, items_of, runs_of, seal, settled
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.summaries import summaries
from pressroom.publish.mailing import is_new_to_readers
from pressroom.publish.office import Office
from pressroom.publish.refusals import require_own


def import_old(office: Office, excepted: tuple[str, ...]) -> tuple[Item, ...]:
    """Mark all that readers may have by now as gone out, but for what is excepted; return what was marked.

    An episode that belongs to an excepted issue is excepted as well.

    Raises:
        UsageWrong: a name is no issue's and no episode's; or the first day is over, and nothing was named.
        PublishingFailed: the ledger cannot be written, or somebody publishes.

    """
    publication = read(office.places).publication
    require_own(publication, office.places.root, office.environment)
    waiting = due(publication, office.clock.now(), ())
    kept = only(waiting, excepted, publication) if excepted else ()
    old = [one for one in waiting if one not in kept]
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        if not excepted:
            _require_first_day(ledger, old)
        marked = (*import_items(ledger, [one.item for one in old]), *_given_up(ledger, old))
        ledger.checkpoint()
    return marked


def _require_first_day(ledger: Ledger, old: Collection[Due]) -> None:
    """Make sure that nothing which is merely new is taken for something that had gone out."""
    known = {record.item for record in items_of(ledger)}
    new = [one.item.id for one in old if one.item not in known]
    if new and (first_day(ledger) or settled(ledger)):
        message = f"It was settled before what had gone out; {' and '.join(new)} came later, and would never go out."
        hint = "What has not gone out yet is to be named: pressroom ledger import --except ISSUE marks all the others."
        raise UsageWrong(message, f"{hint} To send what is due: pressroom publish --live")


def _given_up(ledger: Ledger, old: Collection[Due]) -> tuple[Item, ...]:
    """Seal what a run had claimed and that was stopped before anything of it left; return it."""
    claimed = {one.record.item: one.record.run for one in summaries(ledger) if not (one.record.sealed or one.steps)}
    given_up = tuple(one.item for one in old if one.item in claimed and _is_unsent(ledger, one))
    for run in runs_of(ledger):
        seal(ledger, run, [item for item in given_up if claimed[item] == run.id])
    return given_up


def _is_unsent(ledger: Ledger, one: Due) -> bool:
    return not isinstance(one.thing, Issue) or is_new_to_readers(ledger, [one])
