"""What a publish would do, found out without doing any of it: nothing is sent, written or taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pressroom.build.examination import begin_at, conclude, read
from pressroom.errors import PressroomError
from pressroom.model.edition import Audience
from pressroom.model.publication import Publication
from pressroom.publish.desired import Due, Item, due, only
from pressroom.publish.ledger.items import settled
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.opening import read_ledger
from pressroom.publish.mail.recipients import folder_of, recipients_of
from pressroom.publish.office import Office, Orders
from pressroom.publish.plan import Plan, plan
from pressroom.publish.refusals import require_channels, require_first_day, require_lasting, require_merged


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """What would be done, and what stands in its way."""

    plan: Plan
    due: tuple[Due, ...]
    obstacles: tuple[PressroomError, ...]
    """All that a publish would be refused for; more may turn up outside, which `doctor` tries."""


def rehearse(office: Office, orders: Orders) -> Rehearsal:
    """Find out what a publish would do.

    Raises:
        ContentFaulty: the content has errors.
        PublishingFailed: the ledger cannot be read.

    """
    loaded = read(office.places)
    publication, now = loaded.publication, office.clock.now()
    office.judge(conclude(begin_at(office.places, loaded, now)))
    view = read_ledger(publication.ledger, office.places.root, office.environment)
    try:
        done = settled(view) if view else frozenset()
        waiting = _wanted(publication, now, done, orders)
        obstacles = _obstacles(office, publication, view)
    finally:
        if view:
            view.close()
    readers, unread = _readers(office, publication)
    return Rehearsal(plan=plan(publication, waiting, readers), due=waiting, obstacles=(*obstacles, *unread))


def _wanted(publication: Publication, now: datetime, done: frozenset[Item], orders: Orders) -> tuple[Due, ...]:
    """Return what would go out; what is to be corrected goes out although it has before."""
    if not orders.correct:
        return only(due(publication, now, done), orders.wanted, publication)
    corrected = Item(kind="issue", id=orders.correct)
    names = (*orders.wanted, orders.correct)
    return only(due(publication, now, done - {corrected}), names, publication)


def _obstacles(office: Office, publication: Publication, view: View | None) -> tuple[PressroomError, ...]:
    checks: tuple[Callable[[], None], ...] = (
        lambda: require_merged(office.places.root),
        lambda: require_lasting(publication, office.environment),
        lambda: require_channels(publication, office.environment),
        lambda: require_first_day(view, publication, office.clock.now()),
    )
    found = []
    for check in checks:
        try:
            check()
        except PressroomError as fault:
            found.append(fault)
    return tuple(found)


def _readers(office: Office, publication: Publication) -> tuple[dict[str, int], tuple[PressroomError, ...]]:
    """Return how many readers each list has, and what is wrong with lists."""
    folder = folder_of(office.places.root, office.environment)
    sizes: dict[str, int] = {}
    faults: list[PressroomError] = []
    for audience in filter(_has_list, publication.audiences):
        try:
            sizes[audience.id] = len(recipients_of(audience, folder))
        except PressroomError as fault:
            faults.append(fault)
    return sizes, tuple(faults)


def _has_list(audience: Audience) -> bool:
    return bool(audience.recipients)
