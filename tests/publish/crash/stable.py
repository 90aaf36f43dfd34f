"""A publication that is published again and again, and each time killed one step later: `python -m …stable JOB`.

One process has the program loaded and forks a child for each run, so that a run costs what it does and not its imports.
What it found is written to standard output, a line of JSON for each step that a child was killed at.
"""

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

# What every run needs is loaded before any is forked.
import apprise
import lxml.html  # noqa: F401
import mkdocs.commands.build  # noqa: F401
from tests.publish.crash.effects import Effects

import pressroom.publish.publishing
import pressroom.publish.status
import pressroom.render.newsletter  # noqa: F401
from pressroom.cli import main as main_program

READERS = 4
"""On each list."""

_MOST = 600
"""Steps that a publish may have; one that has more never comes to its end."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a process is to do."""

    name: str
    template: str
    """A publication that can be published, with a cache."""

    folder: str
    first: int
    every: int
    """It kills at each so many steps, beginning with the first: so several processes share the work."""

    environment: Mapping[str, str]
    forgets: bool = False
    """Whether whoever takes a publish up has nothing of the one who was killed, as runners that are thrown away."""


@dataclass(frozen=True, kw_only=True)
class Killed:
    """What came of a publish that was killed at one step and then taken up."""

    step: int
    was_killed: bool
    codes: tuple[int, ...]
    """Exit codes of the runs after it, until nothing is left to do."""

    status: Any
    """What `pressroom status --json` says in the end."""

    live: bool
    """Whether readers see the whole site, and listeners all of a private show."""

    outbox: tuple[str, ...]
    """What lies in the Maildir."""

    said: str


apprise.Apprise().add("json://127.0.0.1")  # looks for all of its services the first time


def readers(name: str, step: int) -> tuple[str, ...]:
    """Return who is on the list of the publish that is killed at a step; nobody else has these addresses."""
    return tuple(f"reader{number}@step{step}.{name}.example.com" for number in range(READERS))


def main() -> None:
    """Work a job off."""
    job = Job(**json.loads(sys.argv[1]))
    for step in range(job.first, _MOST, job.every):
        found = _kill_at(job, step)
        print(json.dumps(asdict(found)), flush=True)
        if not found.was_killed:
            return
    raise RuntimeError(f"A publish has more than {_MOST} steps.")


def _kill_at(job: Job, step: int) -> Killed:
    root = Path(job.folder) / str(step)
    shutil.copytree(job.template, root, symlinks=True)
    lists = root / ".pressroom/recipients/all.csv"
    lists.write_text("email\n" + "".join(f"{reader}\n" for reader in readers(job.name, step)))
    environment = {
        **job.environment,
        "PRESSROOM_LEDGER_KEY": sha256(str(step).encode()).hexdigest(),
        "PRESSROOM_ANNOUNCE_CHAT": f"{job.environment['CHAT']}/{step}",
    }
    log = root.with_suffix(".log")
    words = ["--root", str(root), "publish", "--live"]
    was_killed = _run(words, environment, log, lambda: Effects(step).watch(root)) == -signal.SIGKILL
    if job.forgets:
        for path in (root / ".pressroom").glob("ledger.sqlite*"):
            path.unlink()
    codes = tuple(_run(words, environment, log) for _ in range(2))
    answer = root.with_suffix(".json")
    _run(["--root", str(root), "status", "--json"], environment, answer)
    places = {"live": "site", "private": "build/private"}
    letters = sorted((root / ".pressroom/outbox/new").glob("*"))
    found = Killed(
        step=step,
        was_killed=was_killed,
        codes=codes,
        status=json.loads(answer.read_text()),
        live=all(_files(root / f".pressroom/{live}/current") == _files(root / made) for live, made in places.items()),
        outbox=tuple(letter.read_bytes().partition(b"\r\n\r\n")[0].decode() for letter in letters),
        said=log.read_text(),
    )
    shutil.rmtree(root)
    return found


def _run(
    words: list[str], environment: Mapping[str, str], output: Path, prepare: Callable[[], None] = lambda: None
) -> int:
    """Run a command in a child of its own, and return its exit code; less than 0 is the signal that ended it."""
    child = os.fork()
    if not child:
        try:
            with output.open("ab") as file:
                os.dup2(file.fileno(), 1)
                os.dup2(file.fileno(), 2)
            os.environ.update(environment)
            sys.argv = ["pressroom", *words]
            prepare()
            main_program()
        except SystemExit as end:
            sys.stdout.flush()
            os._exit(end.code if isinstance(end.code, int) else 1)
        except BaseException:
            traceback.print_exc()
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".gitignore")
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).digest() for path in found}


if __name__ == "__main__":
    main()
