"""A trial of what is due: the messages as they will go out, to one address, so that somebody can look at them."""

from collections.abc import Iterator

from pressroom.build.examination import begin_at, conclude, read
from pressroom.publish.addressing import bound
from pressroom.publish.desired import due, only
from pressroom.publish.mail.trial import recipient_of_trial, send_trial
from pressroom.publish.mailing import written
from pressroom.publish.office import Office
from pressroom.publish.post_room import open_post_room


def try_out(office: Office, issue: str, reader: str) -> Iterator[str]:
    """Send an issue to one address, each audience's message; say of each that it was sent.

    Raises:
        UsageWrong: there is no such issue.
        PublishingFailed: a message was not sent.

    """
    loaded = read(office.places)
    publication, now = loaded.publication, office.clock.now()
    chosen = only(due(publication, now, ()), (issue,), publication)
    examination = conclude(begin_at(office.places, loaded, now))
    office.judge(examination)
    room, person = open_post_room(office, publication), recipient_of_trial(reader)
    for one in chosen:
        for letter in bound(publication, one.item.id, examination.messages):
            message = written(office, examination, letter, room.of(letter.audience.id))
            send_trial(message, person, room.route, now)
            yield f"Sent as a trial: {one.item.id}, as the audience {letter.audience.id} will get it."
