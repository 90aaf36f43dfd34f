"""Who may take the place of whom, where no lock tells: a ledger in git."""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta

import pytest
from tests.publish.ledger.kinds import NOON, Machine, publisher
from tests.publish.ledger.processes import in_a_child

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.publisher import Publisher, this_publisher


def abandoned(machine: Machine, who: Publisher) -> None:
    """Have somebody publish on a machine that is then gone."""

    def work() -> None:
        with holding(machine.open(), who):
            os.kill(os.getpid(), 9)

    in_a_child(work)


def taken(ledger: Ledger, who: Publisher) -> None:
    with holding(ledger, who) as held:
        held.checkpoint()


def github(attempt: int, run: int = 4711) -> Publisher:
    return this_publisher({
        "GITHUB_RUN_ID": str(run), "GITHUB_RUN_ATTEMPT": str(attempt), "GITHUB_REPOSITORY": "acme/news",
        "GITHUB_JOB": "publish",
    }).but(machine=f"runner {attempt}")  # fmt: skip


def gitlab(job: int, name: str = "publish") -> Publisher:
    return this_publisher({"CI_PIPELINE_ID": "12", "CI_JOB_ID": str(job), "CI_JOB_NAME": name}).but(
        machine=f"runner {job}"
    )


@pytest.mark.parametrize(("dead", "follower"), [(github(1), github(2)), (gitlab(100), gitlab(107))])
def test_the_next_attempt_of_a_run_takes_its_place_at_once(
    in_git: Machine, dead: Publisher, follower: Publisher
) -> None:
    abandoned(in_git, dead)
    ledger = in_git.other().open()
    taken(ledger, follower)
    ledger.close()


@pytest.mark.parametrize(
    ("dead", "other"),
    [
        (github(2), github(1)),
        (github(1), github(1)),
        (github(1), github(2, run=4712)),
        (gitlab(100), gitlab(107, name="other")),
        (publisher("one"), publisher("two")),
    ],
)
def test_anybody_else_waits_until_the_lease_has_run_out(in_git: Machine, dead: Publisher, other: Publisher) -> None:
    abandoned(in_git, dead)
    ledger = in_git.other().open()
    for minutes in (0, 9.9):
        in_git.clock.time = NOON + timedelta(minutes=minutes)
        with pytest.raises(PublishingFailed, match="is publishing, since 2026-11-22 12:00 UTC") as told:
            taken(ledger, other)
        assert told.value.message.startswith(dead.label)
        assert "its place is free at 2026-11-22 12:10 UTC" in told.value.hint
    in_git.clock.jump(0.2)
    taken(ledger, other)
    ledger.close()


def test_a_dead_process_of_this_machine_is_not_waited_for(in_git: Machine) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    me = this_publisher({})
    abandoned(in_git, publisher("dead", machine=me.machine, process=f"{int(dead.stdout)}:1"))
    ledger = in_git.other().open()
    taken(ledger, me)
    ledger.close()


def test_a_living_process_of_this_machine_is_waited_for(in_git: Machine) -> None:
    me = this_publisher({})
    abandoned(in_git, publisher("living", machine=me.machine, process=me.process))
    ledger = in_git.other().open()
    with pytest.raises(PublishingFailed, match="living is publishing"):
        taken(ledger, me)
    ledger.close()


def test_a_checkpoint_makes_the_lease_longer(in_git: Machine) -> None:
    first, second = in_git.open(), in_git.other().open()
    with holding(first, publisher("first")) as held:
        for _ in range(3):
            in_git.clock.jump(9)
            held.checkpoint()
        with pytest.raises(PublishingFailed, match="first is publishing"):
            taken(second, publisher("second"))
    first.close()
    second.close()


def test_one_that_paused_too_long_fails_at_its_next_checkpoint_and_is_told_who_has_it(in_git: Machine) -> None:
    paused, awake = in_git.open(), in_git.other().open()
    with suppress(PublishingFailed), holding(paused, publisher("paused")) as late:
        in_git.clock.jump(11)
        with holding(awake, publisher("awake")) as held:
            with pytest.raises(PublishingFailed, match="its place was taken by awake, since 2026-11-22 12:11 UTC"):
                late.checkpoint()
            held.checkpoint()
    paused.close()
    awake.close()


def test_a_clock_that_is_a_year_ahead_holds_nobody_up_for_a_year(in_git: Machine) -> None:
    in_git.clock.time = NOON + timedelta(days=365)
    abandoned(in_git, publisher("from the future"))
    in_git.clock.time = NOON
    ledger = in_git.other().open()
    taken(ledger, publisher("me"))
    ledger.close()
