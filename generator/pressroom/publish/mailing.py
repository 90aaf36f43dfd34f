"""The step that sends: freezes what an issue's readers get, and delivers whatever of any issue is still to be sent."""

from collections.abc import Iterable, Mapping
from typing import Final

from pressroom.build.compiled import CompiledLetters
from pressroom.build.examination import Examination
from pressroom.build.themes import read_theme
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.addressing import Bound, bound
from pressroom.publish.desired import Due
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.keys import require_same
from pressroom.publish.ledger.ledger import View
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

_OPEN: Final = (CopyState.QUEUED, CopyState.SENDING, CopyState.RETRY_AT, CopyState.FINALIZING)


def open_states(publication: Publication) -> tuple[CopyState, ...]:
    """Return what a copy is that a run has still to see to; by `retry`, what is uncertain goes out again."""
    return (*_OPEN, CopyState.UNCERTAIN) if publication.mail.delivery.policy == "retry" else _OPEN


def freeze_issue(shift: Shift, examination: Examination, issue: str, revision: int) -> Send:
    """Settle who gets an issue, and in which words.

    Raises:
        PublishingFailed: a list is empty or has changed much, or a message cannot be sent.

    """
    room = shift.room
    require_same(shift.ledger, room.key)
    addressed = addressed_of(shift, examination, issue)
    freezing = Freezing(issue=issue, revision=revision, addressed=addressed, confirmed=shift.orders.confirmed)
    return freeze(shift.ledger, room.key, freezing, shift.office.clock.now())


def addressed_of(shift: Shift, examination: Examination, issue: str) -> tuple[Addressed, ...]:
    """Return what each audience gets of an issue as it is now, and who is on its list."""
    return tuple(
        Addressed(
            edition=one.message.edition.id,
            message=written(shift.office, examination, one, shift.room.of(one.audience.id)),
            recipients=shift.room.of(one.audience.id),
        )
        for one in bound(examination.release.publication, issue, examination.messages)
    )


def messages_of(
    office: Office, examination: Examination, lists: Iterable[Recipients], issue: str
) -> Mapping[str, bytes]:
    """Return what each audience with a list would get of an issue as it is now."""
    known = {one.audience: one for one in lists}
    letters = bound(examination.release.publication, issue, examination.messages)
    return {
        one.audience.id: written(office, examination, one, known[one.audience.id])
        for one in letters
        if one.audience.id in known
    }


def deliver_send(shift: Shift, publication: Publication, send: Send) -> Outcome:
    """Send what of a send is still to be sent.

    Raises:
        PublishingFailed: the ledger failed, an audience is gone, or too many of one have left the lists.

    """
    terms = terms_of(publication, confirmed=shift.orders.confirmed)
    room = shift.room
    sending = Sending(send=send, lists=room.lists, key=room.key, route=room.route, terms=terms)
    return deliver(shift.ledger, sending, shift.office.clock, shift.office.teller)


def open_sends(view: View, publication: Publication) -> tuple[Send, ...]:
    """Return the sends that have copies still to be sent."""
    with view.read() as connection:
        return mailings.sends_with(connection, open_states(publication))


def is_new_to_readers(view: View, wanted: Iterable[Due]) -> bool:
    """Tell whether an issue is among these of which it is not settled yet who gets it."""
    issues = [one.item.id for one in wanted if isinstance(one.thing, Issue)]
    with view.read() as connection:
        return any(mailings.find_send(connection, issue, 0) is None for issue in issues)


def written(office: Office, examination: Examination, one: Bound, readers: Recipients) -> bytes:
    """Return the bytes that an audience gets, with marks where something is each reader's own."""
    if not readers.fields:
        return one.message.eml
    theme = read_theme(office.places.themes("newsletter"))
    press = newsletter.set_up(theme, examination.release.publication.brand, CompiledLetters())
    return newsletter.render_personal(one.message.edition, examination.release, press, readers.fields)
