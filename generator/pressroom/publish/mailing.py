"""The step that sends: freezes what an issue's readers get, and delivers whatever of any issue is still to be sent."""

from pressroom.build.examination import Examination
from pressroom.build.themes import read_theme
from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.addressing import Bound, bound
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.keys import require_same
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.freezing import Addressed, Freezing, freeze
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mail.recipients import Recipients
from pressroom.publish.mail.sending import Sending, deliver
from pressroom.publish.mail.terms import terms_of
from pressroom.publish.office import Office
from pressroom.publish.shift import Shift
from pressroom.render import newsletter

OPEN = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT, CopyState.FINALIZING)
"""What a copy is that a run has still to do something about."""


def freeze_issue(shift: Shift, examination: Examination, issue: str, revision: int) -> Send:
    """Settle who gets an issue, and in which words.

    Raises:
        PublishingFailed: a list is empty or has changed much, or a message cannot be sent.

    """
    room = shift.room
    require_same(shift.ledger, room.key)
    addressed = tuple(
        Addressed(
            edition=one.message.edition.id,
            message=written(shift.office, examination, one, room.of(one.audience.id)),
            recipients=room.of(one.audience.id),
        )
        for one in bound(examination.release.publication, issue, examination.messages)
    )
    freezing = Freezing(issue=issue, revision=revision, addressed=addressed, confirmed=shift.orders.confirmed)
    return freeze(shift.ledger, room.key, freezing, shift.office.clock.now())


def deliver_send(shift: Shift, publication: Publication, send: Send) -> Outcome:
    """Send what of a send is still to be sent.

    Raises:
        PublishingFailed: the ledger failed, or too many readers have left the lists.

    """
    terms = terms_of(publication, confirmed=shift.orders.confirmed)
    room = shift.room
    sending = Sending(send=send, lists=room.lists, key=room.key, route=room.route, terms=terms)
    return deliver(shift.ledger, sending, shift.office.clock, shift.office.teller)


def open_sends(ledger: Ledger) -> tuple[Send, ...]:
    """Return the sends that have copies still to be sent."""
    with ledger.read() as connection:
        return mailings.sends_with(connection, OPEN)


def next_revision(ledger: Ledger, issue: str) -> int:
    """Return the number of an issue's next correction: that of the last one, if it is not at its end.

    Raises:
        UsageWrong: the issue was never sent, so that nothing can be corrected.

    """
    with ledger.read() as connection:
        last = mailings.last_revision(connection, issue)
        still_open = any(one.issue == issue for one in mailings.sends_with(connection, OPEN))
    if last is None:
        message = f"{issue} was never sent from this ledger, so there is nothing to correct."
        raise UsageWrong(message, f"Publish it: pressroom publish {issue} --live")
    if still_open and last == 0:
        message = f"{issue} is still being sent."
        raise PublishingFailed(message, "Let that come to its end (pressroom publish --live), then correct it.")
    return last if still_open else last + 1


def written(office: Office, examination: Examination, one: Bound, readers: Recipients) -> bytes:
    """Return the bytes that an audience gets, with marks where something is each reader's own."""
    if not readers.fields:
        return one.message.eml
    theme = read_theme(office.places.themes("newsletter"))
    press = newsletter.set_up(theme, examination.release.publication.brand)
    return newsletter.render_personal(one.message.edition, examination.release, press, readers.fields)
