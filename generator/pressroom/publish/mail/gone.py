"""Who has gone since a send was frozen: a few readers may; a whole audience, or much of one, is asked about.

It is judged audience by audience: one distribution list is a single copy, and nothing among a thousand readers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.freezing import PART
from pressroom.publish.mail.recipients import Recipients
from pressroom.publish.mail.terms import Terms


@dataclass(frozen=True, slots=True)
class Standing:
    """How an audience stands that has not got all of its copies."""

    audience: str
    total: int
    """Copies, without those that can never be delivered."""

    lost: int
    """How many of them are for somebody who is on no list any more."""


def require_audiences(lists: Sequence[Recipients], terms: Terms, standings: Sequence[Standing]) -> None:
    """Make sure that each audience is there, and that no fifth of one has gone, unless somebody said that it is right.

    Raises:
        PublishingFailed: one is not; all such are told.

    """
    now = {one.audience: one for one in lists}
    missing = [one.audience for one in standings if one.audience not in now]
    removed = [name for name in missing if name not in terms.confirmed]
    shrunk = [one for one in standings if one.audience in now and one.audience not in terms.confirmed and _asks(one)]
    told = [f"Copies for the audience {name} are still to be sent, and it is no longer there." for name in removed]
    told += [_told(one, now[one.audience]) for one in shrunk]
    if told:
        raise PublishingFailed(" ".join(told), " ".join(_hints(removed, shrunk)))


def _asks(one: Standing) -> bool:
    return one.lost > 0 and one.lost * PART >= one.total


def _told(one: Standing, now: Recipients) -> str:
    if now.is_distribution:
        return f"The audience {one.audience} has another address now than when this began to be sent."
    return (
        f"Of the {one.total:,} readers of the audience {one.audience} who are to get this, "
        f"{one.lost:,} are no longer on the lists."
    )


def _hints(removed: Sequence[str], shrunk: Sequence[Standing]) -> Iterator[str]:
    if removed:
        names = ", ".join(removed)
        yield f"Write {names} in publication.yml again, under that name, until all of it has been sent."
        words = " ".join(f"--confirm {name}" for name in removed)
        yield f"If nobody of it is to get the rest: pressroom publish --live {words}"
    if shrunk:
        words = " ".join(f"--confirm {one.audience}" for one in shrunk)
        yield f"Bring what it was begun with; or, if what is there now is right, add {words}."
        yield "Whoever is gone then gets nothing of this."
