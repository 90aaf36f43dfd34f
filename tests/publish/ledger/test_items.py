"""Runs and items: claimed, sealed, imported, and taken up again; in every kind of ledger."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.publish.ledger.kinds import NOON, Machine, publisher

from pressroom.errors import ContentFaulty, PublishingFailed, Uncertain
from pressroom.publish.desired import Item
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.items import (
    Run,
    begin_run,
    claim,
    end_run,
    first_day,
    import_items,
    items_of,
    runs_of,
    seal,
    settled,
)
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.steps import settle, standing, step, step_states
from pressroom.publish.ledger.summaries import publisher_now, summaries
from pressroom.publish.ledger.tables import Step, StepState

OLD = Item(kind="issue", id="2026-10")
NEW = Item(kind="issue", id="2026-11")
SPOKEN = Item(kind="episode", id="2026-11")


@pytest.fixture
def ledger(here: Machine) -> Iterator[Ledger]:
    opened = here.open()
    with holding(opened, publisher("me")) as held:
        yield held
    opened.close()


def begun(ledger: Ledger, commit: str = "abc", minutes: float = 0) -> Run:
    return begin_run(ledger, commit=commit, instant=NOON + timedelta(minutes=minutes), label="run 1")


def test_a_run_that_was_not_ended_is_taken_up_with_its_own_instant(ledger: Ledger) -> None:
    run = begun(ledger)
    assert run.instant == NOON
    assert begun(ledger, minutes=30) == run


def test_another_commit_is_another_run(ledger: Ledger) -> None:
    assert begun(ledger).id != begun(ledger, "def").id


def test_a_run_that_was_ended_is_not_taken_up(ledger: Ledger) -> None:
    run = begun(ledger)
    end_run(ledger, run)
    again = begun(ledger, minutes=30)
    assert again.id != run.id
    assert again.instant == NOON + timedelta(minutes=30)
    latest, first = runs_of(ledger)
    assert (latest.id, latest.ended) == (again.id, None)
    assert first.id == run.id
    assert first.ended


def test_what_is_claimed_is_still_to_do_and_what_is_sealed_is_not(ledger: Ledger) -> None:
    run = begun(ledger)
    assert claim(ledger, run, [NEW, SPOKEN, NEW]) == (NEW, SPOKEN)
    assert settled(ledger) == frozenset()
    seal(ledger, run, [NEW])
    assert settled(ledger) == {NEW}
    assert claim(ledger, run, [NEW, SPOKEN]) == (SPOKEN,)


def test_what_a_run_left_behind_becomes_the_next_ones(ledger: Ledger) -> None:
    first, second = begun(ledger), begun(ledger, "def")
    claim(ledger, first, [NEW])
    assert claim(ledger, second, [NEW]) == (NEW,)
    seal(ledger, first, [NEW])
    assert settled(ledger) == frozenset()
    seal(ledger, second, [NEW])
    (record,) = items_of(ledger)
    assert (record.run, record.how) == (second.id, "published")
    assert record.sealed
    assert record.sealed > record.claimed


def test_the_first_day_is_settled_by_what_had_gone_out_before(ledger: Ledger) -> None:
    assert first_day(ledger) is None
    assert import_items(ledger, [OLD, OLD, SPOKEN]) == (OLD, SPOKEN)
    day = first_day(ledger)
    assert day
    assert import_items(ledger, [OLD, NEW]) == (NEW,)
    assert first_day(ledger) == day
    assert settled(ledger) == {OLD, NEW, SPOKEN}
    assert {record.how for record in items_of(ledger)} == {"imported"}
    assert claim(ledger, begun(ledger), [OLD]) == ()


def test_nothing_had_gone_out_before_is_settled_too(ledger: Ledger) -> None:
    assert import_items(ledger, []) == ()
    assert first_day(ledger)


def test_an_import_does_not_settle_what_is_being_published(ledger: Ledger) -> None:
    claim(ledger, begun(ledger), [NEW])
    assert import_items(ledger, [NEW]) == ()
    assert settled(ledger) == frozenset()


def test_a_step_is_begun_before_and_done_after(ledger: Ledger) -> None:
    run = begun(ledger)
    with step(ledger, run, NEW.name, Step.DEPLOY) as noting:
        (record,) = step_states(ledger)
        assert (record.state, record.ended, record.is_doubtful) == (StepState.BEGUN, None, True)
        noting.say("3 files")
    (record,) = step_states(ledger)
    assert (record.run, record.subject, record.name) == (run.id, NEW.name, Step.DEPLOY)
    assert (record.state, record.note, record.is_doubtful) == (StepState.DONE, "3 files", False)
    assert record.ended


@pytest.mark.parametrize(
    ("fault", "state", "note"),
    [
        (PublishingFailed("the server said no"), StepState.FAILED, "the server said no"),
        (ContentFaulty("it has errors"), StepState.FAILED, "it has errors"),
        (Uncertain("no answer" * 100), StepState.UNCERTAIN, ("no answer" * 100)[:500]),
        (ValueError("canary"), StepState.UNCERTAIN, "It ended in a way that nobody foresaw: ValueError."),
        (KeyboardInterrupt(), StepState.BEGUN, ""),
    ],
)
def test_a_step_that_ends_badly_says_how(ledger: Ledger, fault: BaseException, state: StepState, note: str) -> None:
    with pytest.raises(type(fault)), step(ledger, begun(ledger), NEW.name, Step.EMAIL):
        raise fault
    (record,) = step_states(ledger)
    assert (record.state, record.note) == (state, note)


def test_a_step_may_be_done_again(ledger: Ledger) -> None:
    run = begun(ledger)
    with pytest.raises(PublishingFailed), step(ledger, run, "", Step.DEPLOY):
        raise PublishingFailed("not yet")
    with step(ledger, run, "", Step.DEPLOY):
        pass
    (record,) = step_states(ledger)
    assert (record.state, record.note) == (StepState.DONE, "")


def test_steps_can_be_asked_for_by_run_subject_and_name(ledger: Ledger) -> None:
    first, second = begun(ledger), begun(ledger, "def")
    for run in (first, second):
        for subject in ("", NEW.name):
            for name in (Step.BUILD, Step.DEPLOY):
                with step(ledger, run, subject, name):
                    pass
    assert len(step_states(ledger)) == 8
    assert {record.run for record in step_states(ledger, run=first)} == {first.id}
    assert {record.subject for record in step_states(ledger, subject="")} == {""}
    (record,) = step_states(ledger, run=second, subject=NEW.name, name=Step.BUILD)
    assert (record.run, record.subject, record.name) == (second.id, NEW.name, Step.BUILD)


def interrupted(ledger: Ledger, run: Run, subject: str) -> None:
    with pytest.raises(KeyboardInterrupt), step(ledger, run, subject, Step.ANNOUNCE):
        raise KeyboardInterrupt


def test_what_may_happen_only_once_stands_as_it_does_over_all_runs(ledger: Ledger) -> None:
    subject = f"{NEW.name}/slack"
    assert standing(ledger, subject, Step.ANNOUNCE) is None
    with pytest.raises(PublishingFailed), step(ledger, begun(ledger), subject, Step.ANNOUNCE):
        raise PublishingFailed("refused")
    known = standing(ledger, subject, Step.ANNOUNCE)
    assert known
    assert not known.is_doubtful
    interrupted(ledger, begun(ledger, "def"), subject)
    with pytest.raises(PublishingFailed), step(ledger, begun(ledger, "ghi"), subject, Step.ANNOUNCE):
        raise PublishingFailed("refused")
    known = standing(ledger, subject, Step.ANNOUNCE)
    assert known
    assert known.is_doubtful
    settle(ledger, known, StepState.DONE, "It stands there.")
    known = standing(ledger, subject, Step.ANNOUNCE)
    assert known
    assert (known.state, known.note, known.is_doubtful) == (StepState.DONE, "It stands there.", False)


def test_what_is_known_of_each_item_is_summed_up(ledger: Ledger) -> None:
    run = begun(ledger)
    import_items(ledger, [OLD])
    claim(ledger, run, [NEW, Item(kind="issue", id="2026-11-extra")])
    for subject in ("", NEW.name, "issue/2026-11-extra"):
        with step(ledger, run, subject, Step.BUILD):
            pass
    interrupted(ledger, run, f"{NEW.name}/slack")
    old, new, extra = summaries(ledger)
    assert (old.record.item, old.record.how, old.steps) == (OLD, "imported", ())
    assert [one.subject for one in new.steps] == [NEW.name, f"{NEW.name}/slack"]
    assert [one.subject for one in new.doubtful] == [f"{NEW.name}/slack"]
    assert [one.subject for one in extra.steps] == ["issue/2026-11-extra"]


def test_who_publishes_is_known_while_it_does(ledger: Ledger, here: Machine) -> None:
    lease = publisher_now(ledger)
    assert lease
    assert (lease.label, lease.taken < lease.until) == ("me", True)
    end_run(ledger, begun(ledger))
    ledger.checkpoint()
    view = here.other().read()
    assert view
    assert publisher_now(view)
    view.close()


def test_a_ledger_that_nobody_holds_names_nobody(here: Machine) -> None:
    opened = here.open()
    assert publisher_now(opened) is None
    opened.close()


def test_a_step_whose_ledger_is_lost_tells_why_it_failed_itself(in_git: Machine) -> None:
    opened = in_git.open()
    with pytest.raises(PublishingFailed, match="mail server is gone"), holding(opened, publisher("me")) as held:  # noqa: PT012  its end, too
        run = begun(held)
        with step(held, run, "", Step.EMAIL):
            (in_git.root.parent / "remote.git").rename(in_git.root.parent / "away.git")
            raise PublishingFailed("the mail server is gone")
    opened.close()
