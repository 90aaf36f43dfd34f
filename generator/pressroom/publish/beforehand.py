"""What a publish makes sure of, and a dry run tells: with the first fault it stops, or all of them are told at once."""

from collections.abc import Callable, Iterable, Iterator

from pressroom.errors import PressroomError
from pressroom.model.publication import Publication
from pressroom.publish.ledger.ledger import View
from pressroom.publish.office import Office, Orders
from pressroom.publish.refusals import (
    require_channels,
    require_first_day,
    require_header,
    require_lasting,
    require_merged,
    require_newest,
    require_route,
)

Check = Callable[[], None]
"""Raises what a publish would be refused for."""


def before_the_ledger(office: Office, publication: Publication) -> tuple[Check, ...]:
    """Return what needs no ledger to be made sure of."""
    root, environment = office.places.root, office.environment
    return (
        lambda: require_merged(root),
        lambda: require_lasting(publication, environment),
        lambda: require_channels(publication, environment),
        lambda: require_header(publication, environment),
        lambda: require_route(publication, root, environment),
    )


def by_the_ledger(office: Office, orders: Orders, publication: Publication, view: View | None) -> tuple[Check, ...]:
    """Return what the ledger says of it, or that there is none."""
    return (
        lambda: require_newest(office.places.root, view, orders.confirmed),
        lambda: require_first_day(view, publication, office.clock.now()),
    )


def insist(checks: Iterable[Check]) -> None:
    """Make sure of everything.

    Raises:
        PressroomError: the first that is not so.

    """
    for check in checks:
        check()


def faults_of(checks: Iterable[Check]) -> Iterator[PressroomError]:
    """Give everything that is not so."""
    for check in checks:
        try:
            check()
        except PressroomError as fault:
            yield fault
