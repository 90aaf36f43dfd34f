"""Publishing: claim → build → audio → deploy → verify → email → announce → seal.

Each step has its row in the ledger before and after, and can be taken again: whatever ended a run, the next one goes on
with it, at the same instant and so with the same bytes, as long as the commit is the same.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from pressroom.build.examination import Beginning, begin_at, conclude
from pressroom.build.opening import read
from pressroom.check.verdict import has_errors
from pressroom.errors import ContentFaulty, PublishingFailed, Uncertain
from pressroom.load import Loaded
from pressroom.model.publication import Publication
from pressroom.publish.announcing import to_be_told_again
from pressroom.publish.beforehand import before_the_ledger, by_the_ledger, insist
from pressroom.publish.commit import commit_of
from pressroom.publish.correcting import claim_correction, is_frozen, ordered, require_changed
from pressroom.publish.desired import Item, due, everything, why_not
from pressroom.publish.ledger.descriptions import describe
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import Run, begin_run, claim, end_run, items_of, runs_of, settled
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.rollbacks import rollback
from pressroom.publish.ledger.steps import step
from pressroom.publish.ledger.tables import Step
from pressroom.publish.mailing import is_new_to_readers, messages_of, open_sends
from pressroom.publish.office import Office, Orders
from pressroom.publish.ordering import revision_of, wanted_of
from pressroom.publish.placing import place_site
from pressroom.publish.post_room import open_post_room
from pressroom.publish.refusals import require_confirmable, require_meant, require_own, require_usual
from pressroom.publish.renaming import description_of, require_not_renamed, reused
from pressroom.publish.report import Report
from pressroom.publish.shift import Shift
from pressroom.publish.status import published
from pressroom.publish.telling import tell_readers

_DAY: Final = timedelta(days=1)


def publish(office: Office, orders: Orders) -> Report:
    """Do what is still to do.

    Raises:
        ContentFaulty: the content has errors.
        UsageWrong: something was named that is not there, or is to be corrected and was never sent.
        Unreadable: a list, a secret or the configuration is missing.
        PublishingFailed: it was stopped; what was done stands in the ledger, and the next run goes on.

    """
    loaded = read(office.places)
    publication = loaded.publication
    if has_errors(loaded.findings):
        _sound(office, begin_at(office.places, loaded, office.clock.now()))
    require_meant(orders, publication)
    require_own(publication, office.places.root, office.environment)
    insist(before_the_ledger(office, publication))
    with _ledger(office, publication) as ledger:
        require_confirmable(orders, publication, ledger)
        insist(by_the_ledger(office, orders, publication, ledger))
        known = _to_go_on(ledger, publication, commit_of(office.places.root), office.clock.now())
        report = _publish(office, orders, loaded, ledger)
        if known and not (orders.wanted or orders.correct) and _is_outdated(office, publication, ledger, known, report):
            end_run(ledger, known)
            report += _publish(office, orders, loaded, ledger)
        return report + _doubt(ledger, publication, report)


@contextmanager
def _ledger(office: Office, publication: Publication) -> Iterator[Ledger]:
    """Give the ledger, to this publisher alone."""
    opened = open_ledger(publication.ledger, office.places.root, office.environment, clock=office.clock.now)
    with closing(opened), holding(opened, this_publisher(office.environment)) as ledger:
        for notice in ledger.notices:
            office.teller.say(notice)
        yield ledger


def _publish(office: Office, orders: Orders, loaded: Loaded, ledger: Ledger) -> Report:
    publication, commit = loaded.publication, commit_of(office.places.root)
    known = _unended(ledger, commit)
    instant = known.instant if known else _steady(ledger, publication, office.clock.now())
    wanted = wanted_of(orders, publication, instant, settled(ledger))
    revision = revision_of(ledger, orders, publication, instant)
    going = {one.item.id for one in wanted}
    excuses = Report(told=tuple(why_not(publication, name, instant) for name in orders.wanted if name not in going))
    is_open = known or wanted or revision or _is_left(ledger, publication, instant)
    require_not_renamed(ledger, publication, wanted, orders.confirmed)
    excuses += Report(told=reused(ledger, publication))
    if not is_open and _is_current(ledger, publication, commit, instant):
        back = rollback(ledger)
        return excuses + Report(told=(back.told() if back else "Nothing is due, and the site is as it should be.",))
    room = open_post_room(office, publication)
    if is_new_to_readers(ledger, wanted) or revision:
        require_usual(ledger, room.lists, orders.confirmed)
    beginning = _sound(office, begin_at(office.places, loaded, instant))
    if revision and not is_frozen(ledger, orders.correct, revision):
        beginning = beginning._replace(printed=cache(beginning.printed))  # it is waited for twice
        now = messages_of(office, conclude(beginning), room.lists, orders.correct)
        require_changed(ledger, orders.correct, now)
    run = begin_run(ledger, commit=commit, instant=instant, label=this_publisher(office.environment).label)
    if revision:
        corrected = Item(kind="issue", id=orders.correct)
        claim_correction(ledger, run, orders.correct, revision)
        describe(ledger, [description_of(one) for one in everything(publication) if one.item == corrected])
    shift = Shift(office=office, orders=orders, ledger=ledger, run=run, wanted=wanted, room=room)
    return excuses + _work(shift, beginning)


def _work(shift: Shift, beginning: Beginning) -> Report:
    with step(shift.ledger, shift.run, "", Step.CLAIM) as noting:
        claimed = claim(shift.ledger, shift.run, [one.item for one in shift.wanted])
        describe(shift.ledger, [description_of(one) for one in shift.wanted if one.item in claimed])
        noting.say(f"{len(claimed)} {'thing is' if len(claimed) == 1 else 'things are'} to go out.")
    placed = place_site(shift, beginning)
    if placed.report.pending:
        return placed.report
    told = tell_readers(shift, placed.examination)
    if not told.pending:
        end_run(shift.ledger, shift.run)
        shift.ledger.checkpoint()
    return placed.report + told


def _is_left(ledger: Ledger, publication: Publication, instant: datetime) -> bool:
    """Tell whether something is still to be sent or told of what went out before."""
    return bool(open_sends(ledger, publication) or ordered(ledger) or to_be_told_again(ledger, publication, instant))


def _is_outdated(office: Office, publication: Publication, ledger: Ledger, run: Run, report: Report) -> bool:
    """Tell whether a run that was taken up again leaves something to a new one, whatever of it has to wait.

    That is what came due since its instant; and where it has to wait, the front page of another day.
    """
    done, now = settled(ledger), office.clock.now()
    then = {one.item for one in due(publication, run.instant, done)}
    has_come_due = any(one.item not in then for one in due(publication, now, done))
    return has_come_due or (report.pending and not _is_same_day(publication, run.instant, now))


def _doubt(ledger: Ledger, publication: Publication, report: Report) -> Report:
    """Return the fault that something is uncertain, of this run or of an earlier one."""
    known = published(ledger)
    if not any(item.is_uncertain for item in known) or any(isinstance(fault, Uncertain) for fault in report.faults):
        return Report()
    again = bool(open_sends(ledger, publication)) and not any(item.doubtful for item in known)
    again = again and publication.mail.delivery.policy == "retry"
    what = "the next publish sends it again (policy: retry)" if again else "it is not sent again by itself"
    message = f"Of some that went out nobody knows whether it arrived; {what}."
    hint = "`pressroom status` says what. Once somebody has looked, settle it: pressroom ledger resolve"
    return Report(faults=(Uncertain(message, hint),))


def _sound(office: Office, beginning: Beginning) -> Beginning:
    """Return what has no errors in it; else say all that is wrong, and stop."""
    if has_errors(beginning.findings):
        office.judge(conclude(beginning))
        raise ContentFaulty("The content has errors.", "Mend them, and publish again.")
    return beginning


def _unended(ledger: Ledger, commit: str) -> Run | None:
    return next((run for run in runs_of(ledger) if run.commit == commit and run.ended is None), None)


def _to_go_on(ledger: Ledger, publication: Publication, commit: str, now: datetime) -> Run | None:
    """Return the run to go on with; one that was begun by a clock ahead, and would bring something early, is ended."""
    known = _unended(ledger, commit)
    if known and _early(ledger, publication, known.instant, now):
        end_run(ledger, known)
        return None
    return known


def _steady(ledger: Ledger, publication: Publication, now: datetime) -> datetime:
    """Return now; where the clock was put back by less than a day, when the last came due that was published by then.

    An issue that readers were told of would else be gone from the site.

    Raises:
        PublishingFailed: something that never went out would come early by that.

    """
    latest = max((run.instant for run in runs_of(ledger) if run.instant <= now + _DAY), default=now)
    known = {record.item.id for record in items_of(ledger) if record.item.kind == "issue"}
    times = (issue.publish_at for issue in publication.issues if issue.id in known)
    instant = max((now, *(time for time in times if time and time <= latest)))
    early = _early(ledger, publication, instant, now)
    if early:
        message = f"{' and '.join(early)} would go out before its time: this machine's clock was put back."
        after = f"{instant.astimezone(publication.zone()):%Y-%m-%d %H:%M %Z}"
        raise PublishingFailed(message, f"See that the clock is right. If it is, publish after {after}.")
    return instant


def _early(ledger: Ledger, publication: Publication, instant: datetime, now: datetime) -> tuple[str, ...]:
    """Return what would go out at an instant, and may not yet; nothing that was claimed before is early."""
    known = {record.item for record in items_of(ledger)}
    waiting = {one.item for one in due(publication, now, known)}
    return tuple(one.item.id for one in due(publication, instant, known) if one.item not in waiting)


def _is_current(ledger: Ledger, publication: Publication, commit: str, now: datetime) -> bool:
    """Tell whether the site was brought up to date for this commit today; its front page depends on the day."""
    latest = next(iter(runs_of(ledger)), None)
    if latest is None or latest.ended is None:
        return False
    return latest.commit == commit and _is_same_day(publication, latest.instant, now)


def _is_same_day(publication: Publication, one: datetime, other: datetime) -> bool:
    zone = publication.zone()
    return one.astimezone(zone).date() == other.astimezone(zone).date()
