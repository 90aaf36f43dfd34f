"""Freezing: who gets what is settled in one transaction, before the first copy leaves, and never changes afterwards.

The bytes of each message and its Date are kept as they are then. Whoever stands on two lists gets one copy: the first
audience's. A list that has become much shorter or longer is not sent to unasked: somebody may have exported half of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.keys import fingerprint, require_same
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.mail.addresses import known_by
from pressroom.publish.mail.letters import template
from pressroom.publish.mail.recipients import Recipients

PART: Final = 5
"""A fifth of a list, more or less, is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """A message and who is to get it."""

    edition: str
    message: bytes
    """The finished message; with marks where `recipients.fields` says that something is each reader's own."""

    recipients: Recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """What is to be settled."""

    issue: str
    revision: int
    """0 for an issue; a correction is 1 and up."""

    addressed: tuple[Addressed, ...]
    confirmed: frozenset[str] = frozenset()
    """Audiences of which somebody said that their list is right, however much it changed."""


def freeze(ledger: Ledger, key: bytes, freezing: Freezing, now: datetime) -> Send:
    """Settle a send; one that was settled before is returned as it was, whatever has changed since.

    Raises:
        PublishingFailed: a list is empty or has changed by a fifth, a message cannot be sent, or one address is to get
            two of them; nothing was settled.

    """
    require_same(ledger, key)
    with ledger.begin() as connection:
        frozen = mailings.find_send(connection, freezing.issue, freezing.revision)
        if frozen is None:
            for one in freezing.addressed:
                template(one.message, now)
            _require_apart(freezing.addressed)
            _require_usual(connection, freezing)
            _enter(connection, key, freezing, now)
            frozen = mailings.find_send(connection, freezing.issue, freezing.revision)
    if frozen is None:
        raise PublishingFailed("The ledger has lost what was just written.", "Look for what else writes to it.")
    ledger.checkpoint()
    return frozen


def _enter(connection: Connection, key: bytes, freezing: Freezing, now: datetime) -> None:
    send = mailings.enter_send(connection, freezing.issue, freezing.revision, now)
    seen: set[bytes] = set()
    for one in freezing.addressed:
        told = {
            "audience": one.recipients.audience,
            "edition": one.edition,
            "digest": sha256(one.message).hexdigest(),
            "message": one.message,
            "total": len(one.recipients),
        }
        mailing = mailings.enter_mailing(connection, send, told, now)
        keys = [fingerprint(key, known_by(person.address)) for person in one.recipients.people]
        new = [one for one in dict.fromkeys(keys) if one not in seen]
        seen.update(new)
        mailings.enter_copies(connection, send, mailing, new, now)


def _require_apart(addressed: Sequence[Addressed]) -> None:
    """Refuse two messages for one distribution list: it would get the first, and nobody would hear of the other."""
    first: dict[str, Addressed] = {}
    for one in addressed:
        if one.recipients.is_distribution:
            [person] = one.recipients.people
            other = first.setdefault(known_by(person.address), one)
            if other.message != one.message:
                names = f"{other.recipients.audience} ({other.edition}) and {one.recipients.audience} ({one.edition})"
                message = f"The audiences {names} go to one address, which gets one copy: which edition is it to get?"
                raise PublishingFailed(message, "Give each its own `to` in publication.yml, or remove one of the two.")


def _require_usual(connection: Connection, freezing: Freezing) -> None:
    """Refuse an empty list, and one that is not what it was; all of them at once."""
    empty = [one.recipients.audience for one in freezing.addressed if not len(one.recipients)]
    if empty or not freezing.addressed:
        what = f"The audience {empty[0]} has nobody in it" if empty else "There is no audience to send to"
        raise PublishingFailed(f"{what}.", "Bring its list; nothing was sent.")
    changed = changed_lists(connection, [one.recipients for one in freezing.addressed])
    asked = {audience: sizes for audience, sizes in changed.items() if audience not in freezing.confirmed}
    if asked:
        told = " ".join(_told(audience, *sizes) for audience, sizes in asked.items())
        words = " ".join(f"--confirm {audience}" for audience in asked)
        hint = f"Look whether the list is whole. If it is, add {words}. Nothing was sent."
        raise PublishingFailed(told, hint)


def _told(audience: str, before: int, now: int) -> str:
    verb = "shrunk" if now < before else "grown"
    return f"The list of the audience {audience} has {verb} by a fifth or more: {before:,} before, {now:,} now."


def changed_lists(connection: Connection, lists: Sequence[Recipients]) -> dict[str, tuple[int, int]]:
    """Return the audiences that `freeze` asks about: how many readers they had, and how many they have."""
    found = {}
    for one in lists:
        before = mailings.last_total(connection, one.audience)
        if before is not None and abs(len(one) - before) * PART >= before:
            found[one.audience] = (before, len(one))
    return found
