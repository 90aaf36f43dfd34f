"""A git that does what a test wants at one of its calls: kills who called it, loses its answer, takes for ever."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.publish.ledger.kinds import Machine

from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.publisher import this_publisher

_SCRIPT = """#!/bin/sh
read number < "{calls}"
number=$((number + 1))
echo $number > "{calls}"
{before}
{exec} "{git}" "$@"
code=$?
{after}
exit $code
"""

KILL = "kill -9 $PPID; exit 1"


def with_git(machine: Machine, *, before: str = "", after: str = "") -> Machine:
    """Return a machine whose git also runs these lines of shell; `$number` counts its calls."""
    folder = machine.root.parent / "bin"
    folder.mkdir(exist_ok=True)
    counter = folder / "calls"
    counter.write_text("0\n")
    script = folder / "git"
    settings = {"before": before, "after": after, "exec": "" if after else "exec"}
    script.write_text(_SCRIPT.format(calls=counter, git=shutil.which("git"), **settings))
    script.chmod(0o755)
    return replace(machine, environment={**machine.environment, "PATH": f"{folder}:{machine.environment['PATH']}"})


def when(word: str, lines: str) -> str:
    """Return what does something only where git is called with a word."""
    return f'case " $* " in *" {word} "*) {lines};; esac'


@contextmanager
def held(machine: Machine) -> Iterator[Ledger]:
    """Hold a machine's ledger meanwhile, as a publish does."""
    ledger = machine.open()
    try:
        with holding(ledger, this_publisher({})) as taken:
            yield taken
    finally:
        ledger.close()


def in_git_of(machine: Machine) -> Callable[..., str]:
    """Return what calls git in the repository that is the remote, with what it is fed."""

    def call(*words: str, feed: bytes) -> str:
        command = ["git", "-C", str(machine.root.parent / "remote.git"), *words]
        return subprocess.run(command, input=feed, check=True, capture_output=True).stdout.decode().strip()

    return call
