"""The first day: what had gone out before there was a ledger is marked so, and never goes out again."""

from collections.abc import Collection
from contextlib import closing

from pressroom.build.opening import read
from pressroom.errors import UsageWrong
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.desired import Due, Item, due, only, require_known, why_not
from pressroom.publish.ledger.descriptions import describe
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import end_items, first_day, import_items, items_of, mark_items, settled
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.summaries import summaries
from pressroom.publish.mailing import is_new_to_readers
from pressroom.publish.office import Office
from pressroom.publish.refusals import require_own
from pressroom.publish.renaming import description_of


def import_old(office: Office, excepted: tuple[str, ...], named: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """Mark what is named as gone out, or all that readers may have by now but what is excepted; return what was marked.

    An episode that belongs to an issue is named or excepted with it.

    Raises:
        UsageWrong: a name is no issue's and no episode's, or readers may not have it yet; or the first day is over,
            and nothing was named.
        PublishingFailed: the ledger cannot be written, or somebody publishes.

    """
    publication = read(office.places).publication
    require_own(publication, office.places.root, office.environment)
    waiting = due(publication, office.clock.now(), ())
    if named:
        _require_seen(named, waiting, publication, office)
        old = list(only(waiting, named, publication))
    else:
        kept = only(waiting, excepted, publication) if excepted else ()
        old = [one for one in waiting if one not in kept]
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        if not (named or excepted):
            _require_first_day(ledger, old)
        mark = mark_items if named else import_items
        marked = (*mark(ledger, [one.item for one in old]), *_given_up(ledger, old))
        describe(ledger, [description_of(one) for one in old if one.item in marked])
        ledger.checkpoint()
    return marked


def _require_seen(named: tuple[str, ...], waiting: tuple[Due, ...], publication: Publication, office: Office) -> None:
    require_known(named, publication)
    unseen = [name for name in named if name not in {one.item.id for one in waiting}]
    if unseen:
        reasons = " ".join(why_not(publication, name, office.clock.now()) for name in unseen)
        raise UsageWrong(reasons, "Only what readers may have can have gone out.")


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
    claimed = {one.record.item for one in summaries(ledger) if not (one.record.sealed or one.steps)}
    given_up = tuple(one.item for one in old if one.item in claimed and _is_unsent(ledger, one))
    end_items(ledger, given_up, "imported")
    return given_up


def _is_unsent(ledger: Ledger, one: Due) -> bool:
    return not isinstance(one.thing, Issue) or is_new_to_readers(ledger, [one])
