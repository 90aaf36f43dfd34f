"""Eight publishers at once, and one that is killed: there is never more than one, and never none for long."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from tests.publish.ledger.kinds import Machine, publisher
from tests.publish.ledger.processes import forked

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.ledger import Ledger, real_time
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.publisher import this_publisher

EIGHT = 8


class Competitor:
    """A process that publishes: it waits for a word, holds the ledger until the next, and says what happened."""

    def __init__(self, machine: Machine) -> None:
        self._pipe, theirs = Pipe()
        self.number = forked(lambda: publish(machine, theirs))
        theirs.close()

    def hear(self) -> str:
        return str(self._pipe.recv())

    def tell(self) -> None:
        self._pipe.send("")

    def end(self) -> int:
        """Wait until it has ended, and return its exit code."""
        _, status = os.waitpid(self.number, 0)
        self._pipe.close()
        return os.waitstatus_to_exitcode(status)


def publish(machine: Machine, told: Connection) -> int:
    """Publish, and return the exit code."""
    told.recv()
    try:
        ledger = open_ledger(machine.kind, machine.root, machine.environment, clock=real_time)
        with holding(ledger, this_publisher({})) as held:
            told.send("held")
            told.recv()
            held.checkpoint()
        ledger.close()
    except PublishingFailed as fault:
        told.send(f"refused: {fault.message}")
        return fault.exit_code
    return 0


@contextmanager
def competitors(machines: list[Machine]) -> Iterator[list[Competitor]]:
    started = [Competitor(machine) for machine in machines]
    try:
        yield started
    finally:
        for one in started:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(one.number, signal.SIGKILL)
                one.end()


def compete(all_of_them: list[Competitor]) -> None:
    """Have them publish at once, and make sure that one does, and that each other is told which."""
    for one in all_of_them:
        one.tell()
    heard = {one: one.hear() for one in all_of_them}
    (winner,) = (one for one, words in heard.items() if words == "held")
    name = f"process {winner.number} on host "
    for loser in (one for one in all_of_them if one is not winner):
        assert heard[loser].startswith(f"refused: {name}"), heard[loser]
        assert "is publishing, since" in heard[loser]
        assert loser.end() == PublishingFailed.exit_code
    winner.tell()
    assert winner.end() == 0


def test_of_eight_at_once_one_publishes_and_seven_are_told_which(here: Machine) -> None:
    with competitors([here] * EIGHT) as first:
        compete(first)


def test_so_it_is_on_eight_machines_and_with_a_ledger_that_is_there(here: Machine) -> None:
    ledger = here.open()
    with holding(ledger, publisher("before")):
        pass
    ledger.close()
    with competitors([here.other() for _ in range(EIGHT)]) as all_of_them:
        compete(all_of_them)


def test_after_one_that_was_killed_the_next_gets_it(here: Machine) -> None:
    with competitors([here]) as (killed,):
        killed.tell()
        assert killed.hear() == "held"
        os.kill(killed.number, signal.SIGKILL)
        killed.end()
        ledger = here.other().open()
        until_it_is_free(ledger)
        ledger.close()


def until_it_is_free(ledger: Ledger) -> None:
    """Take a ledger whose publisher was killed: a server needs a moment to see that."""
    for _ in range(1000):
        with suppress(PublishingFailed), holding(ledger, this_publisher({})) as held:
            held.checkpoint()
            return
    raise TimeoutError
