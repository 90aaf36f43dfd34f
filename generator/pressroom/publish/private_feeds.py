"""The step that brings a private show's feeds to their place, which is not the site's."""

from contextlib import AbstractContextManager

from pressroom.build.feed_keys import KEY, MAKE, feed_keys
from pressroom.build.private import is_private
from pressroom.errors import PublishingFailed
from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.deploying import Deployed, deploy
from pressroom.publish.deploy.manifest import Stamp
from pressroom.publish.deploy.survey import look_through
from pressroom.publish.deploy.target import Target
from pressroom.publish.guids import require_same_guids
from pressroom.publish.ledger import schema
from pressroom.publish.ledger.steps import step
from pressroom.publish.ledger.tables import Step
from pressroom.publish.office import Office
from pressroom.publish.plan import private_target
from pressroom.publish.report import Report
from pressroom.publish.shift import Shift


def place_feeds(shift: Shift, publication: Publication) -> Report:
    """Bring what the listeners of a private show find to where they find it; nothing of an earlier release stays.

    Ended anywhere and done again, it goes on: whoever asks meanwhile has the release before or this one, whole.

    Raises:
        PublishingFailed: it could not be brought there; or publication.yml says where, and there is no key to make it.

    """
    if not is_private(publication):
        return Report()
    office, where = shift.office, private_target(publication)
    if feed_keys(office.environment) is None:
        return _keyless(publication)
    with _place(office, where) as target, step(shift.ledger, shift.run, "", Step.PRIVATE) as noting:
        target.probe()
        require_same_guids(publication, target, _feed_of_somebody(target))
        built = look_through(office.places.private, publication, stamp_of(shift))
        deployed = deploy(target, built.but(fleeting=True), office.teller)
        noting.say(f"release {deployed.release}, {deployed.files} files brought")
    return Report(told=(_told(publication, deployed, where),))


def try_feeds(office: Office, publication: Publication) -> str:
    """Return what is well with the private feeds: there is a key, and their place can be written.

    Raises:
        PublishingFailed: there is no key, or no place.
        Unreadable: a key is too short to be one.

    """
    if feed_keys(office.environment) is None:
        raise PublishingFailed(f"The show is private, and {KEY} is not set here.", MAKE)
    where = private_target(publication)
    with _place(office, where) as target:
        target.probe()
    return f"{where} can be written, and there is a key"


def stamp_of(shift: Shift) -> Stamp:
    """Return who publishes: which ledger, and which run."""
    with shift.ledger.read() as connection:
        return Stamp(identity=schema.identity(connection), run=shift.run.id, instant=shift.run.instant)


def _feed_of_somebody(target: Target) -> str:
    """Return where a feed lies that is live: with nginx the one of all, elsewhere any listener's."""
    live = target.live()
    return next((path for path in sorted(live.files if live else ()) if path.endswith("/feed.xml")), "")


def _place(office: Office, where: str) -> AbstractContextManager[Target]:
    """Return the target; nothing in it is to be gone back to, since addresses lead there that may be void by now."""
    return target_of(Deploy(to=where, keep=1), office.places.root, office.environment)


def _keyless(publication: Publication) -> Report:
    """Return what is said where the key is missing: a publication that says where its feeds go needs it."""
    message = f"The show is private, and {KEY} is not set here: its listeners would not get what is new."
    if publication.deploy.private.to:
        raise PublishingFailed(message, f"Nothing was published. {MAKE}")
    return Report(told=(message,))


def _told(publication: Publication, deployed: Deployed, where: str) -> str:
    if not deployed.new:
        return f"The private feeds at {where} were up to date."
    reload = " Have nginx reload, so that its list holds." if publication.deploy.private.server == "nginx" else ""
    return f"The private feeds are at {where}: {deployed.files:,} files brought.{reload}"
