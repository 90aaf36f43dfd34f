"""A trial of an issue: the messages as they will go out, to one address, so that somebody can look at them."""

from collections.abc import Iterator

from pressroom.build.examination import begin_at, conclude
from pressroom.build.opening import read
from pressroom.errors import UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.addressing import Bound, bound
from pressroom.publish.desired import due, require_known
from pressroom.publish.mail.recipients import folder_of, recipients_of
from pressroom.publish.mail.routes import route_of
from pressroom.publish.mail.trial import recipient_of_trial, send_trial
from pressroom.publish.mailing import written
from pressroom.publish.office import Office


def try_out(office: Office, issue: str, reader: str) -> Iterator[str]:
    """Send an issue, also one that readers may not see yet, to one address, each audience's message; say it of each.

    Raises:
        UsageWrong: there is no such issue, or nobody gets it by mail.
        Unreadable: a list is missing or faulty.
        PublishingFailed: a message was not sent.

    """
    loaded = read(office.places)
    publication, now, root = loaded.publication, office.clock.now(), office.places.root
    require_known((issue,), publication)
    is_held = issue not in {one.item.id for one in due(publication, now, ())}
    examination = conclude(begin_at(office.places, loaded, now, drafts=is_held))
    office.judge(examination)
    person, route = recipient_of_trial(reader), route_of(publication.mail.delivery, root, office.environment)
    for letter in _letters(publication, issue, bound(publication, issue, examination.messages)):
        readers = recipients_of(letter.audience, folder_of(root, office.environment))
        send_trial(written(office, examination, letter, readers), person, route, now)
        yield f"Sent as a trial: {issue}, as the audience {letter.audience.id} will get it."
    if is_held:
        yield "The site does not have it yet, so its pictures and links lead nowhere."


def _letters(publication: Publication, issue: str, letters: tuple[Bound, ...]) -> tuple[Bound, ...]:
    if letters:
        return letters
    if publication.audiences:
        raise UsageWrong(f"{issue} is no issue, so nobody gets it by mail.", "Name an issue.")
    message = f"Nobody gets {issue} by mail, since publication.yml has no `audiences`."
    raise UsageWrong(message, "Say there who gets which edition; `audiences` in the README shows how.")
