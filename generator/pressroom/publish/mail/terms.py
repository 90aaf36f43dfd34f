"""The terms on which copies are sent."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from pressroom.model.outlets import CONNECTIONS, Policy, Quiet
from pressroom.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How copies are to be sent."""

    zone: ZoneInfo
    """In which quiet hours are meant."""

    policy: Policy = "hold"
    rate: int | None = None
    """Messages a minute, at most."""

    connections: int = CONNECTIONS
    quiet: Quiet | None = None
    patience: timedelta = timedelta()
    """How long this run may wait for what was put off."""

    confirmed: frozenset[str] = frozenset()
    """Audiences of which somebody said that their list is right, however many have left it."""


def terms_of(
    publication: Publication, patience: timedelta = timedelta(), confirmed: frozenset[str] = frozenset()
) -> Terms:
    """Return the terms that publication.yml sets."""
    delivery = publication.mail.delivery
    return Terms(
        zone=publication.zone(),
        policy=delivery.policy,
        rate=delivery.rate,
        connections=delivery.connections,
        quiet=delivery.quiet,
        patience=patience,
        confirmed=confirmed,
    )
