"""The steps that bring the site to its readers: build, audio, private feeds, deploy, verify."""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from pressroom.build import making
from pressroom.build.examination import Beginning, Examination
from pressroom.build.published import FEED
from pressroom.errors import PublishingFailed
from pressroom.model import addresses
from pressroom.model.issue import Issue
from pressroom.model.podcast import Audio
from pressroom.model.publication import Publication
from pressroom.publish.correcting import ordered
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.deploying import Deployed, deploy
from pressroom.publish.deploy.manifest import File
from pressroom.publish.deploy.safety import Authority, require_safe
from pressroom.publish.deploy.survey import Built, survey
from pressroom.publish.deploy.target import Target
from pressroom.publish.desired import Due
from pressroom.publish.guids import require_same_guids
from pressroom.publish.heartbeat import Beating, Heartbeat
from pressroom.publish.ledger.items import runs_of
from pressroom.publish.ledger.rollbacks import note_newest
from pressroom.publish.ledger.steps import step, step_states
from pressroom.publish.ledger.tables import Step, StepState
from pressroom.publish.office import SITE, Office
from pressroom.publish.private_feeds import place_feeds, stamp_of
from pressroom.publish.report import Report
from pressroom.publish.secrets import require_none, secrets_of
from pressroom.publish.shift import Shift
from pressroom.publish.verify.verifying import PAUSES, Patience, Published, verify
from pressroom.publish.verify.waiting import Waiting
from pressroom.publish.verify.wanted import News, sounds


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A site where its readers are, and what it was made of."""

    examination: Examination
    report: Report


def place_site(shift: Shift, beginning: Beginning) -> Placed:
    """Build the site, bring it to its readers, and see that it is there.

    Raises:
        PublishingFailed: one of these did not happen; nobody was told of anything yet.

    """
    examination = _build(shift, beginning)
    published = _survey(shift, examination.release.publication)
    _check_sound(shift, published)
    heard = place_feeds(shift, published.publication)
    deploy_to, office = published.publication.deploy, shift.office
    heart = Heartbeat(shift.ledger, office.clock)
    with target_of(deploy_to, office.places.root, office.environment) as target:
        deployed, handed = _deploy(shift, published, target, heart)
        if handed:
            told = f"The site lies in {deploy_to.to.partition(':')[2]}/. Have it put online, then publish again."
            return Placed(examination=examination, report=heard + Report(told=(told,), pending=True))
        with step(shift.ledger, shift.run, "", Step.VERIFY) as noting:
            waiting = Waiting(office.clock.seconds, office.teller.say)
            patience = Patience(PAUSES, partial(_pause, office, heart), waiting)
            verified = verify(published, target, office.environment, patience)
            noting.say(verified.told())
    return Placed(examination=examination, report=heard + Report(told=(_told(deployed, target), verified.told())))


def news_of(wanted: tuple[Due, ...], corrected: tuple[str, ...] = ()) -> News:
    """Return what is new in a run, by id: what goes out, and the issues that are corrected."""
    issues = (one.item.id for one in wanted if isinstance(one.thing, Issue))
    return News(
        issues=tuple(dict.fromkeys((*issues, *corrected))),
        episodes=tuple(one.item.id for one in wanted if not isinstance(one.thing, Issue)),
    )


def _build(shift: Shift, beginning: Beginning) -> Examination:
    office = shift.office
    with step(shift.ledger, shift.run, "", Step.BUILD) as noting:
        progress = Beating(office.teller, Heartbeat(shift.ledger, office.clock))
        made = making.make(office.places, beginning, office.judge, progress)
        require_none((office.places.site, office.places.email, office.places.private), secrets_of(office.environment))
        pages = f"{made.pages} {'page' if made.pages == 1 else 'pages'}"
        noting.say(f"{pages}, {made.messages} {'message' if made.messages == 1 else 'messages'}")
    return made.examination


def _survey(shift: Shift, publication: Publication) -> Published:
    """Look through what was built, and put down who published it."""
    built = survey(shift.office.places.site, publication, stamp_of(shift))
    return Published(publication=publication, news=news_of(shift.wanted, _corrected(shift)), built=built)


def _corrected(shift: Shift) -> tuple[str, ...]:
    """Return the issues of which a correction is to leave: it was asked for, or ordered by a run that was ended."""
    asked = filter(None, (shift.orders.correct,))
    return tuple(dict.fromkeys((*asked, *(issue for issue, _ in ordered(shift.ledger)))))


def _check_sound(shift: Shift, published: Published) -> None:
    """Make sure that what is to be heard lies there whole; it goes first when the site is put to its place."""
    publication, files = published.publication, published.built.files
    with step(shift.ledger, shift.run, "", Step.AUDIO) as noting:
        episodes = publication.show.episodes if publication.show else ()
        for episode in episodes:
            audio = episode.audio
            if audio and audio.path and episode.id in published.news.episodes:
                lying = files.get(addresses.enclosure(episode.id, audio.path))
                if lying is None or not _is_whole(audio, lying):
                    _require_private(publication, audio.path)
        number = len(sounds(publication, published.news, files))
        noting.say(f"{number} new sound {'file lies' if number == 1 else 'files lie'} in the site.")


def _is_whole(audio: Audio, lying: File) -> bool:
    """Tell whether a sound file lies there as it is to be published; one with a tag of ours has a digest of its own."""
    return lying.size == audio.bytes and (audio.label is not None or lying.digest == audio.digest)


def _require_private(publication: Publication, path: str) -> None:
    """Make sure that sound which is not in the site is not meant to be there."""
    if publication.show_in_site():
        message = f"The site lacks a sound file that it was built with: {path}."
        raise PublishingFailed(message, "Build it anew (pressroom build --clean), and publish again.")


def _pause(office: Office, heart: Heartbeat, seconds: float) -> None:
    heart.beat()
    office.clock.pause(seconds)


def _deploy(shift: Shift, published: Published, target: Target, heart: Heartbeat) -> tuple[Deployed, bool]:
    """Bring the site to its place; tell as well whether somebody else has to bring it on from there."""
    built, office = published.built, shift.office
    digest = _digest(built)
    brought = step_states(shift.ledger, run=shift.run, subject="", name=Step.DEPLOY)
    known = any(one.state is StepState.DONE and one.note.endswith(digest) for one in brought)
    with step(shift.ledger, shift.run, "", Step.DEPLOY) as noting:
        target.probe()
        runs = frozenset(run.id for run in runs_of(shift.ledger))
        authority = Authority(runs=runs, confirmed=SITE in shift.orders.confirmed)
        require_safe(published.publication, built, target.live(), office.environment, authority)
        require_same_guids(published.publication, target, FEED)
        deployed = deploy(target, built, Beating(office.teller, heart))
        note_newest(shift.ledger)
        noting.say(f"release {deployed.release}, {deployed.files} files brought, site {digest}")
    return deployed, deployed.handed_over and not known


def _digest(built: Built) -> str:
    """Return what a site is known by: a digest of all its files."""
    files = "".join(f"{path}\n{file.digest}\n" for path, file in sorted(built.files.items()))
    return sha256(files.encode()).hexdigest()[:16]


def _told(deployed: Deployed, target: Target) -> str:
    if not deployed.new:
        return f"The site at {target.name} was up to date."
    return f"The site is at {target.name}: {deployed.files:,} files brought, release {deployed.release}."
