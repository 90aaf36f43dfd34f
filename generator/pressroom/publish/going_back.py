"""Going back: readers see a past release of the site again."""

from contextlib import closing

from pressroom.build.opening import read
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.manifest import Note
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.rollbacks import note_rollback
from pressroom.publish.office import Office


def releases(office: Office) -> tuple[Note, ...]:
    """Return what can be gone back to, newest first.

    Raises:
        PublishingFailed: the target cannot be reached.

    """
    publication = read(office.places).publication
    with target_of(publication.deploy, office.places.root, office.environment) as target:
        return target.releases()


def go_back(office: Office, release: str) -> str:
    """Have readers see a past release again, while nobody publishes; return its id.

    Raises:
        PublishingFailed: there is no such release, somebody publishes, or the target cannot be reached.

    """
    publication = read(office.places).publication
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with (
        closing(opened),
        holding(opened, this_publisher(office.environment)) as ledger,
        target_of(publication.deploy, office.places.root, office.environment) as target,
    ):
        went = target.rollback(release).id
        note_rollback(ledger, went, target.releases()[0].id)
    return went
