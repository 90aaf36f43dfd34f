"""The steps that reach people: email, announce; and the seal, once all of an issue has gone out."""

from collections.abc import Collection, Iterator

from pressroom.build.examination import Examination
from pressroom.errors import PublishingFailed, Uncertain
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.announcing import announce_item, to_be_told_again
from pressroom.publish.correcting import ordered, refuse_unchanged
from pressroom.publish.desired import belongs
from pressroom.publish.ledger.items import seal
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.steps import step
from pressroom.publish.ledger.tables import CopyState, Step
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mailing import addressed_of, deliver_send, freeze_issue, open_sends, open_states
from pressroom.publish.report import Report
from pressroom.publish.shift import Shift


def tell_readers(shift: Shift, examination: Examination) -> Report:
    """Send what is to be sent, tell the chat, and seal what has gone out entirely.

    Raises:
        PublishingFailed: the ledger failed, or a list is not what it was; nothing was sent that is not in the ledger.

    """
    for one in shift.wanted:
        if isinstance(one.thing, Issue) and shift.room.lists:
            freeze_issue(shift, examination, one.item.id, 0)
    refused = Report(faults=tuple(_freeze_corrections(shift, examination)))
    publication = examination.release.publication
    visible = {issue.id for issue in publication.issues}
    reports = [
        _send(shift, publication, send) if send.issue in visible else _withheld(send)
        for send in open_sends(shift.ledger, publication)
    ]
    return sum((refused, *reports, _announce_and_seal(shift, publication)), Report())


def _freeze_corrections(shift: Shift, examination: Examination) -> Iterator[PublishingFailed]:
    """Settle who gets the corrections that were ordered; give why one is none."""
    written = {message.edition.issue.id for message in examination.messages}
    for issue, revision in ordered(shift.ledger):
        if issue in written:
            now = {one.recipients.audience: one.message for one in addressed_of(shift, examination, issue)}
            try:
                refuse_unchanged(shift.ledger, issue, revision, now)
            except PublishingFailed as fault:
                yield fault
            else:
                freeze_issue(shift, examination, issue, revision)


def _withheld(send: Send) -> Report:
    """Tell of a send that rests, since its issue was withdrawn in the middle of it."""
    message = f"{_name(send)}: it was withdrawn before everybody had it; the copies that are left do not go out."
    back = "Bring the issue back (no draft, its publish_at past) and publish: they go out then, as they were frozen."
    hint = f"{back} If nobody is to get them any more: pressroom ledger resolve {send.issue} given-up"
    return Report(faults=(PublishingFailed(message, hint),), pending=True)


def _name(send: Send) -> str:
    return send.issue if not send.revision else f"{send.issue} (correction {send.revision})"


def _send(shift: Shift, publication: Publication, send: Send) -> Report:
    """Deliver what of a send is left; what has to wait leaves the step failed, to be taken again."""
    name = _name(send)
    try:
        with step(shift.ledger, shift.run, f"issue/{send.issue}", Step.EMAIL) as noting:
            outcome = deliver_send(shift, publication, send)
            noting.say(" ".join(outcome.told()))
            _require_end(outcome, open_states(publication))
    except _Waiting as waiting:
        outcome, pending = waiting.outcome, True
    else:
        pending = False
    told = tuple(f"{name}: {sentence}" for sentence in outcome.told())
    return Report(told=told, faults=tuple(_faults(send, name, outcome)), pending=pending)


class _Waiting(PublishingFailed):
    """Some copies have to wait; that need not be a fault, and the next run goes on with them."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.fault.message if outcome.fault else " ".join(outcome.told()))
        self.outcome = outcome


def _require_end(outcome: Outcome, states: Collection[CopyState]) -> None:
    held = outcome.held if CopyState.UNCERTAIN in states else 0
    if outcome.count(*states) > held:
        raise _Waiting(outcome)


def _faults(send: Send, name: str, outcome: Outcome) -> Iterator[PublishingFailed]:
    if outcome.fault:
        yield outcome.fault
    elif outcome.count(CopyState.RETRY_AT):
        yield PublishingFailed(f"{name}: the mail server put some copies off.", "Publish again later.")
    for audience, states in outcome.audiences.items():
        refused = states.get(CopyState.FAILED, 0) > outcome.left
        if refused and states.keys() == {CopyState.FAILED}:
            message = f"{name}: nobody of the audience {audience} got it; the mail server refused every copy."
            hint = f"Have its administrator mend that; then: pressroom ledger resolve {send.issue} refused-again"
            yield PublishingFailed(message, f"{hint}, and publish.")


def _announce_and_seal(shift: Shift, publication: Publication) -> Report:
    again = to_be_told_again(shift.ledger, publication, shift.run.instant)
    faults = [fault for one in again for fault in announce_item(shift, publication, one)]
    waiting = {send.issue for send in open_sends(shift.ledger, publication)}
    ready = [one for one in shift.wanted if not (isinstance(one.thing, Issue) and one.item.id in waiting)]
    sealed = []
    for one in ready:
        spoken_for = not isinstance(one.thing, Issue) and belongs(one.thing, shift.wanted)
        found = () if spoken_for else announce_item(shift, publication, one)
        faults += found
        if all(isinstance(fault, Uncertain) for fault in found):
            sealed.append(one)
    with step(shift.ledger, shift.run, "", Step.SEAL):
        seal(shift.ledger, shift.run, [one.item for one in sealed])
    told = tuple(f"{one.item.kind.capitalize()} {one.item.id} has gone out." for one in sealed)
    return Report(told=told, faults=tuple(faults), pending=len(sealed) < len(shift.wanted))
