"""A publish whose ledger git carries, killed wherever it calls git."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.publish.ledger.gits import KILL, held, in_git_of, when, with_git
from tests.publish.ledger.kinds import NOON, Machine
from tests.publish.ledger.processes import in_a_child

from pressroom.errors import PublishingFailed
from pressroom.publish.desired import Item
from pressroom.publish.ledger.items import begin_run, claim, end_run, items_of, seal
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.plumbing import REF
from pressroom.publish.ledger.steps import standing, step
from pressroom.publish.ledger.tables import Step

NEW = Item(kind="issue", id="2026-11")


def publish(machine: Machine, outside: Path) -> None:
    """Publish an issue: a step that may be repeated, and one that may not."""
    with suppress(PublishingFailed), held(machine) as ledger:
        run = begin_run(ledger, commit="c", instant=NOON, label="l")
        for item in claim(ledger, run, [NEW]):
            with step(ledger, run, item.name, Step.DEPLOY), (outside / "deployed").open("a") as file:
                file.write("deployed\n")
            if may_announce(ledger):
                with step(ledger, run, item.name, Step.ANNOUNCE), (outside / "announced").open("a") as file:
                    file.write("announced\n")
            seal(ledger, run, [item])
        end_run(ledger, run)


def may_announce(view: View) -> bool:
    before = standing(view, NEW.name, Step.ANNOUNCE)
    return before is None or before.state == "failed"


@pytest.mark.parametrize("moment", ["before any call", "after a push"])
def test_killed_wherever_it_calls_git_nothing_is_announced_twice_and_nothing_lost(
    tmp_path: Path, in_git: Machine, moment: str, tell: Callable[[str], None]
) -> None:
    """Tell how often it was announced, and how often nobody knows; each second time another machine goes on."""
    in_time = in_doubt = number = 0
    for number in range(1, 100):
        outside = tmp_path / f"outside-{number}"
        outside.mkdir()
        in_git_of(in_git)("update-ref", "-d", REF, feed=b"")
        machine = in_git.other()
        if not dies(machine, outside, moment, number):
            break
        survivor = in_git.other() if number % 2 else machine
        publish(survivor, outside)
        said, doubted = looked_at(survivor, outside)
        assert said <= 1
        assert said or doubted
        in_time += not doubted
        in_doubt += doubted
    assert in_time > in_doubt > 0
    counted = f"{in_time} announced once, {in_doubt} in doubt"
    tell(f"git checkpoint: killed {moment} of git, at {number - 1} of them: {counted}")


def dies(machine: Machine, outside: Path, moment: str, number: int) -> bool:
    """Publish until git is called for the so-manieth time; tell whether it was called so often."""
    if moment == "before any call":
        mortal = with_git(machine, before=f"if [ $number = {number} ]; then {KILL}; fi")
    else:
        counter = outside / "pushes"
        counter.write_text("")
        kill = f"echo >> {counter}; [ $(wc -l < {counter}) != {number} ] || {{ {KILL}; }}"
        mortal = with_git(machine, after=when("push", kill))

    def work() -> str:
        publish(mortal, outside)
        return "lived"

    return not in_a_child(work)


def looked_at(machine: Machine, outside: Path) -> tuple[int, bool]:
    """Return how often it was announced, and whether the ledger doubts it; the issue has gone out in any case."""
    view = machine.read()
    assert view
    (record,) = items_of(view)
    assert record.sealed
    announced = standing(view, NEW.name, Step.ANNOUNCE)
    assert announced
    view.close()
    assert (outside / "deployed").exists()
    path = outside / "announced"
    return len(path.read_text().splitlines()) if path.exists() else 0, announced.is_doubtful
