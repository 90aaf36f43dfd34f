"""Publishing: claim → build → audio → deploy → verify → email → announce → seal.

Each step has its row in the ledger before and after, and can be taken again: whatever ended a run, the next one goes on
with it, at the same instant and so with the same bytes, as long as the commit is the same.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

from pressroom.build import git
from pressroom.build.examination import Beginning, begin_at, conclude, read
from pressroom.check import has_errors
from pressroom.errors import PublishingFailed, Uncertain
from pressroom.load import Loaded
from pressroom.model.publication import Publication
from pressroom.publish.desired import due, only
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import Run, begin_run, claim, end_run, runs_of, settled
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.steps import step
from pressroom.publish.ledger.tables import Step
from pressroom.publish.mailing import open_sends
from pressroom.publish.office import Office, Orders
from pressroom.publish.placing import place_site
from pressroom.publish.post_room import open_post_room
from pressroom.publish.refusals import require_channels, require_first_day, require_lasting, require_merged
from pressroom.publish.report import Report
from pressroom.publish.shift import Shift
from pressroom.publish.status import status_of
from pressroom.publish.telling import tell_readers


def publish(office: Office, orders: Orders) -> Report:
    """Do what is still to do.

    Raises:
        ContentFaulty: the content has errors.
        Unreadable: a list, a secret or the configuration is missing.
        PublishingFailed: it was stopped; what was done stands in the ledger, and the next run goes on.

    """
    loaded = read(office.places)
    publication = loaded.publication
    if not has_errors(loaded.findings):
        require_merged(office.places.root)
        require_lasting(publication, office.environment)
        require_channels(publication, office.environment)
    with _ledger(office, publication) as ledger:
        report = _publish(office, orders, loaded, ledger)
        whole = report + _since(office, orders, loaded, ledger, report)
        return whole + _doubt(ledger, whole)


@contextmanager
def _ledger(office: Office, publication: Publication) -> Iterator[Ledger]:
    """Give the ledger, to this publisher alone."""
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        for notice in ledger.notices:
            office.teller.say(notice)
        yield ledger


def _publish(office: Office, orders: Orders, loaded: Loaded, ledger: Ledger) -> Report:
    publication, commit = loaded.publication, git.head(office.places.root)
    require_first_day(ledger, publication, office.clock.now())
    known = _unended(ledger, commit)
    instant = known.instant if known else office.clock.now()
    wanted = only(due(publication, instant, settled(ledger)), orders.wanted, publication)
    if not (known or wanted or orders.correct or open_sends(ledger)) and _is_current(ledger, loaded, commit, instant):
        return Report(told=("Nothing is due, and the site is as it should be.",))
    room = open_post_room(office, publication)
    beginning = _sound(office, begin_at(office.places, loaded, instant))
    run = begin_run(ledger, commit=commit, instant=instant, label=this_publisher(office.environment).label)
    return _work(Shift(office=office, orders=orders, ledger=ledger, run=run, wanted=wanted, room=room), beginning)


def _work(shift: Shift, beginning: Beginning) -> Report:
    with step(shift.ledger, shift.run, "", Step.CLAIM) as noting:
        claimed = claim(shift.ledger, shift.run, [one.item for one in shift.wanted])
        noting.say(f"{len(claimed)} things are to go out.")
    placed = place_site(shift, beginning)
    if placed.report.pending:
        return placed.report
    told = tell_readers(shift, placed.examination)
    if not told.pending:
        end_run(shift.ledger, shift.run)
        shift.ledger.checkpoint()
    return placed.report + told


def _since(office: Office, orders: Orders, loaded: Loaded, ledger: Ledger, report: Report) -> Report:
    """Publish what came due since the instant of a run that was taken up again."""
    waiting = due(loaded.publication, office.clock.now(), settled(ledger))
    if report.pending or orders.wanted or orders.correct or not waiting:
        return Report()
    return _publish(office, orders, loaded, ledger)


def _doubt(ledger: Ledger, report: Report) -> Report:
    """Return the fault that something is uncertain, of this run or of an earlier one."""
    if not status_of(ledger).is_uncertain or any(isinstance(fault, Uncertain) for fault in report.faults):
        return Report()
    message = "Of some that went out nobody knows whether it arrived; it is not sent again by itself."
    hint = "`pressroom status` says what. Once somebody has looked, settle it: pressroom ledger resolve"
    return Report(faults=(Uncertain(message, hint),))


def _sound(office: Office, beginning: Beginning) -> Beginning:
    """Return what has no errors in it; else say all that is wrong, and stop."""
    if has_errors(beginning.findings):
        office.judge(conclude(beginning))
        raise PublishingFailed("The content has errors.", "Mend them, and publish again.")
    return beginning


def _unended(ledger: Ledger, commit: str) -> Run | None:
    return next((run for run in runs_of(ledger) if run.commit == commit and run.ended is None), None)


def _is_current(ledger: Ledger, loaded: Loaded, commit: str, now: datetime) -> bool:
    """Tell whether the site was brought up to date for this commit today; its front page depends on the day."""
    zone = loaded.publication.zone()
    latest = next(iter(runs_of(ledger)), None)
    if latest is None or latest.ended is None:
        return False
    return latest.commit == commit and latest.instant.astimezone(zone).date() == now.astimezone(zone).date()
