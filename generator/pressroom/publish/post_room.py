"""The post room: who is on the lists, how messages leave, and under which key the ledger knows readers."""

from dataclasses import dataclass
from typing import Final

from pressroom.model.publication import Publication
from pressroom.publish.ledger.keys import fingerprint_key
from pressroom.publish.mail.recipients import Recipients, folder_of, recipients_of
from pressroom.publish.mail.routes import route_of
from pressroom.publish.mail.sessions import Route
from pressroom.publish.office import Office

KEY: Final = ".pressroom/key"
"""Where the key of the fingerprints is kept if the environment brings none."""


@dataclass(frozen=True, kw_only=True)
class PostRoom:
    """All that sending needs; nothing was asked outside yet."""

    lists: tuple[Recipients, ...]
    route: Route
    key: bytes

    def of(self, audience: str) -> Recipients:
        """Return an audience's list."""
        return next(one for one in self.lists if one.audience == audience)


def open_post_room(office: Office, publication: Publication) -> PostRoom:
    """Read all lists and secrets that sending needs.

    Raises:
        Unreadable: a list or a secret is missing or faulty.

    """
    root, environment = office.places.root, office.environment
    folder = folder_of(root, environment)
    return PostRoom(
        lists=tuple(recipients_of(audience, folder) for audience in publication.audiences),
        route=route_of(publication.mail.delivery, root, environment),
        key=fingerprint_key(publication.ledger, root / KEY, environment),
    )
