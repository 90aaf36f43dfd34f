"""How long a message takes from Markdown to the finished file, beside MJML compiling the same and juice inlining it.

Warm, all of them have run before: ours parses the issue's Markdown and makes the message of it; MJML compiles its own
language, in which the Markdown is HTML already; juice, as premailer alone, only inlines what our theme's templates
make. Cold, each is a process of its own; ours reads and checks the whole publication besides, with every story.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

from tests.bench.archive import write_archive
from tests.bench.message import read, set_up
from tests.bench.mjml import newsletter as in_mjml
from tests.bench.parts import FOLDER, JUICE, MJML
from tests.bench.runs import compiled, run
from tests.parts import NODE

from pressroom import prose
from pressroom.model.edition import Edition
from pressroom.render import newsletter
from pressroom.render.newsletter import press
from pressroom.render.newsletter.inlining import inline

_REPOSITORY = Path(__file__).resolve().parents[2]
OURS_WARM, OURS_COLD = "pressroom, warm process", "pressroom, one message, cold process"
CHECK_COLD = "pressroom check, cold process"
MJML_WARM, MJML_COLD = "mjml, warm process", "mjml, its command"
COLD = (OURS_COLD, CHECK_COLD, MJML_COLD)

_WARM_UP = 60
"""Runs before the first that counts, so that Node has compiled what it will."""

_RUNS = 5
"""Runs in a round, of which the middle one counts."""

Work = Callable[[], float]
"""Does something once, and returns how many seconds it took."""


@dataclass(frozen=True, kw_only=True)
class Newsletter:
    """The same newsletter in three forms, each in a file."""

    root: Path
    """A publication."""

    mjml: Path
    html: Path
    """Our message before its style is inlined."""


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return the medians in seconds, by what was done; what is missing here is left out."""
    letter = _write(folder)
    with ExitStack() as running:
        warm = {OURS_WARM: _ours(letter), "  of which premailer": _premailer(letter)}
        if _has_peers():
            warm[MJML_WARM] = running.enter_context(_node("mjml", letter.mjml))
            warm["juice, inlining ours, warm process"] = running.enter_context(_node("juice", letter.html))
        for work in warm.values():
            _middle(work, _WARM_UP)
        cold = _commands(letter)
        for work in cold.values():
            work()  # and Python has its bytecode from then on
        early = {"mjml, a process's second to sixth": partial(_early, "mjml", letter.mjml)} if _has_peers() else {}
        works = {name: _several(work) for name, work in warm.items()} | early | cold
        taken = [{name: work() for name, work in works.items()} for _ in range(rounds)]
    return {name: median(one[name] for one in taken) for name in works}


def _write(folder: Path) -> Newsletter:
    letter = Newsletter(root=folder / "one", mjml=folder / "newsletter.mjml", html=folder / "newsletter.html")
    write_archive(letter.root, issues=1)
    current = read(letter.root)
    letter.mjml.write_text(in_mjml(current.publication), encoding="utf-8")
    with patch.object(press, "inline", side_effect=inline) as inlined:
        newsletter.render_one(Edition(issue=current.publication.issues[0]), current, set_up(letter.root, current))
    letter.html.write_text(inlined.call_args.args[0], encoding="utf-8")
    return letter


def _ours(letter: Newsletter) -> Work:
    current = read(letter.root)
    ready = set_up(letter.root, current)
    issue = current.publication.issues[0]
    file = letter.root / issue.source.path

    def make() -> None:
        *_, markdown = file.read_text(encoding="utf-8").split("---\n", 2)
        text = prose.render(markdown)
        newsletter.render_one(Edition(issue=issue.but(prose=text)), current, ready)

    return _timed(make)


def _premailer(letter: Newsletter) -> Work:
    html = letter.html.read_text(encoding="utf-8")
    return _timed(lambda: inline(html))


def _timed(do: Callable[[], object]) -> Work:
    def work() -> float:
        start = time.perf_counter()
        do()
        return time.perf_counter() - start

    return work


@contextmanager
def _node(tool: str, file: Path) -> Iterator[Work]:
    """Keep a Node process that does its work once for each line that it is sent."""
    command = [str(NODE.need()), "warm.cjs", tool, str(file)]
    with subprocess.Popen(
        command, cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        asked, answered = process.stdin, process.stdout
        assert asked
        assert answered

        def work() -> float:
            asked.write("\n")
            return float(answered.readline()) / 1000

        yield work
        asked.close()


def _early(tool: str, file: Path) -> float:
    """Return what a process takes that has done its work once, before Node has compiled much of it."""
    with _node(tool, file) as work:
        work()
        return _middle(work, _RUNS)


def _several(work: Work) -> Work:
    return lambda: _middle(work, _RUNS)


def _middle(work: Work, times: int) -> float:
    return median(work() for _ in range(times))


def _commands(letter: Newsletter) -> dict[str, Work]:
    """Return what is run cold, as a command."""
    python = sys.executable
    commands = {
        OURS_COLD: [python, "-m", "tests.bench.cold", str(letter.root)],
        CHECK_COLD: [python, "-m", "pressroom", "--root", str(letter.root), "check"],
    }
    if _has_peers():
        made = str(letter.html.with_suffix(".made"))
        commands[MJML_COLD] = [str(NODE.need()), str(MJML.need()), str(letter.mjml), "-o", made]
    return {name: partial(_run, command, letter.root) for name, command in commands.items()}


def _run(command: list[str], root: Path) -> float:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return run(command, root, {**compiled(root), "PYTHONPATH": str(_REPOSITORY)}).wall


def _has_peers() -> bool:
    return all(part.find() for part in (NODE, MJML, JUICE))


def report(folder: Path, rounds: int) -> None:
    """Measure, and print what was found, as ratios to MJML where it is here."""
    taken = measure(folder, rounds)
    print(f"A message of 12 stories; medians of {rounds} alternated rounds; load {os.getloadavg()[0]:.1f}\n")
    for name, seconds in taken.items():
        peer = MJML_COLD if name in COLD else MJML_WARM
        ratio = f"{seconds / taken[peer]:6.2f} × {peer}" if peer in taken else ""
        print(f"{name:42} {seconds * 1000:8.1f} ms {ratio}")
    if not _has_peers():
        print("\nThere is no Node.js, MJML or juice to compare with: `make parts` brings them, or says how.")


def main() -> None:
    """Measure messages alone: `python -m tests.bench.messages`."""
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        report(Path(name), 5)


if __name__ == "__main__":
    main()
