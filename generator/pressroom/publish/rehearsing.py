"""What a publish would do, found out without doing any of it: nothing is sent, written or taken."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial

from pressroom.build.examination import begin_at, conclude
from pressroom.build.opening import read
from pressroom.errors import PressroomError
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.beforehand import before_the_ledger, by_the_ledger, faults_of
from pressroom.publish.desired import Due, why_not
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.items import settled
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.opening import read_ledger
from pressroom.publish.mail.recipients import Recipients, folder_of, recipients_of
from pressroom.publish.mailing import open_states
from pressroom.publish.notes import notes_of
from pressroom.publish.office import Office, Orders
from pressroom.publish.ordering import revision_of, wanted_of
from pressroom.publish.plan import Plan, Underway, plan
from pressroom.publish.refusals import require_confirmable, require_meant, require_own, require_usual
from pressroom.publish.renaming import require_not_renamed


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """What would be done, and what stands in its way."""

    plan: Plan
    is_due: bool
    """Whether anything is still to do, beside the site."""

    excuses: tuple[str, ...]
    """Why something would not go out that was named, or stands under another's name, a sentence each."""

    obstacles: tuple[PressroomError, ...]
    """All that a publish would be refused for; more may turn up outside, which `doctor` tries."""


def rehearse(office: Office, orders: Orders) -> Rehearsal:
    """Find out what a publish would do.

    Raises:
        ContentFaulty: the content has errors.
        UsageWrong: something was named that is not there, or is to be corrected and was never sent.
        PublishingFailed: the ledger cannot be read, or is not this machine's own.

    """
    loaded = read(office.places)
    publication, now = loaded.publication, office.clock.now()
    office.judge(conclude(begin_at(office.places, loaded, now)))
    require_meant(orders, publication)
    require_own(publication, office.places.root, office.environment)
    with _view(office, publication) as view:
        require_confirmable(orders, publication, view)
        done = settled(view) if view else frozenset()
        waiting = wanted_of(orders, publication, now, done)
        revision = revision_of(view, orders, publication, now)
        underway = _underway(view, publication, waiting) if view else ()
        lists, unread = _lists(office, publication)
        checks = [*before_the_ledger(office, publication), *by_the_ledger(office, orders, publication, view)]
        if view:
            checks.append(partial(require_usual, view, lists, orders.confirmed))
            checks.append(partial(require_not_renamed, view, publication, waiting, orders.confirmed))
        obstacles = (*faults_of(checks), *unread)
        notes = notes_of(view, publication) if view else ()
    begun = any((one.issue, one.revision) == (orders.correct, revision) for one in underway)
    corrected = _named(publication, orders.correct) if revision and not begun else None
    readers = {one.audience: len(one) for one in lists}
    going = {one.item.id for one in waiting}
    return Rehearsal(
        plan=plan(publication, waiting, readers, underway, corrected),
        is_due=bool(waiting or corrected or any(any(one.left.values()) for one in underway)),
        excuses=(*(why_not(publication, name, now) for name in orders.wanted if name not in going), *notes),
        obstacles=obstacles,
    )


@contextmanager
def _view(office: Office, publication: Publication) -> Iterator[View | None]:
    view = read_ledger(publication.ledger, office.places.root, office.environment)
    with closing(view) if view else nullcontext():
        yield view


def _named(publication: Publication, name: str) -> Issue | None:
    return next((issue for issue in publication.issues if issue.id == name), None)


def _underway(view: View, publication: Publication, waiting: tuple[Due, ...]) -> tuple[Underway, ...]:
    """Return the sends that were begun: those with copies still to be sent, and those of what is to go out."""
    states = open_states(publication)
    with view.read() as connection:
        begun = [mailings.find_send(connection, one.item.id, 0) for one in waiting if isinstance(one.thing, Issue)]
        sends = {send.id: send for send in (*mailings.sends_with(connection, states), *filter(None, begun))}
        counted = {send: mailings.counts(connection, send) for send in sends}
    return tuple(
        Underway(
            issue=send.issue,
            revision=send.revision,
            left={
                audience: sum(found.get(state, 0) for state in states) for audience, found in counted[number].items()
            },
        )
        for number, send in sorted(sends.items())
    )


def _lists(office: Office, publication: Publication) -> tuple[tuple[Recipients, ...], tuple[PressroomError, ...]]:
    """Return the lists that there are, and what is wrong with others."""
    folder = folder_of(office.places.root, office.environment)
    lists: list[Recipients] = []
    faults: list[PressroomError] = []
    for audience in publication.audiences:
        try:
            lists.append(recipients_of(audience, folder))
        except PressroomError as fault:
            faults.append(fault)
    return tuple(lists), tuple(faults)
