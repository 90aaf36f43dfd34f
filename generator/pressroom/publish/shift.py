"""A shift: one publish at work, with all that its steps share."""

from dataclasses import dataclass

from pressroom.publish.desired import Due
from pressroom.publish.ledger.items import Run
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.office import Office, Orders
from pressroom.publish.post_room import PostRoom


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A run that is being worked off."""

    office: Office
    orders: Orders
    ledger: Ledger
    """This publisher's alone."""

    run: Run
    wanted: tuple[Due, ...]
    """What is to go out."""

    room: PostRoom
