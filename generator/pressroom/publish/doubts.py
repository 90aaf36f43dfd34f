"""Mail that is uncertain or was refused, told so that somebody can look it up at the server; never whom it was for."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from pressroom.model.base import Model
from pressroom.publish.ledger import inquiries, mailings
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.letters import mailing_name, message_id, template
from pressroom.publish.mail.sending import LEFT

UNCERTAIN = (CopyState.UNCERTAIN, CopyState.FINALIZING)
"""The second is what a run left behind that was ended, and that nobody has taken up yet."""

_OURS = (LEFT, mailings.GIVEN_UP)
"""What was never refused by a server."""


class Doubt(Model):
    """A copy of which nobody knows whether it arrived."""

    message_id: str
    """As it stands in the server's log, without the angle brackets."""

    since: datetime
    reply: str
    """The last that is known of it; empty where the run ended with it."""


class Refusal(Model):
    """Copies that the server refused for good, for one reason."""

    reason: str
    copies: int


def doubts(connection: Connection, send: Send) -> Mapping[str, tuple[Doubt, ...]]:
    """Return what is uncertain of a send, by audience; who has nothing uncertain is left out."""
    found = tuple(inquiries.copies_in(connection, send.id, UNCERTAIN))
    if not found:
        return {}
    told: dict[str, tuple[Doubt, ...]] = {}
    for mailing in mailings.mailings_of(connection, send.id):
        form = template(mailing.message, mailing.date)
        name = mailing_name(send.issue, send.revision, mailing.audience)
        mine = (one for one in found if one.mailing == mailing.id)
        told[mailing.audience] = tuple(
            Doubt(message_id=message_id(form, name, one.fingerprint), since=one.changed, reply=one.reply)
            for one in mine
        )
    return told


def refusals(connection: Connection, send: Send) -> Mapping[str, tuple[Refusal, ...]]:
    """Return why copies of a send were refused for good, the commonest reason first, by audience."""
    found = inquiries.reasons(connection, send.id, CopyState.FAILED)
    return {
        audience: tuple(Refusal(reason=reply, copies=number) for reply, number in told.items() if reply not in _OURS)
        for audience, told in found.items()
    }
