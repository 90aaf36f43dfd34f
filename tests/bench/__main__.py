"""The benchmark: Pressroom and its peers side by side, in turn, in one run; read the ratios, machines are noisy.

python -m tests.bench [--issues 24] [--rounds 5] [--builds]; messages alone: python -m tests.bench.messages,
sending them: python -m tests.bench.sending, and checks beside our own builds: python -m tests.bench.checking
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench import checking, messages, sending
from tests.bench.archive import change_a_word, write_archive
from tests.bench.eleventy import command, write_eleventy
from tests.bench.hugo import HUGO, write_hugo
from tests.bench.parts import ELEVENTY
from tests.bench.peers import STOCK, write_stock_mkdocs
from tests.bench.runs import Run, compiled, middle, run

_BIN = Path(sys.executable).parent
_HUGO = "hugo, pages alone"
_ELEVENTY = "eleventy, pages alone"
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def main() -> None:
    """Make the archive, run everything in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=100_000)
    parser.add_argument("--builds", action="store_true", help="measure builds alone")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        ours, stock = Path(name) / "ours", Path(name) / "stock"
        write_archive(ours, issues=wanted.issues)
        peers = write_stock_mkdocs(ours, stock)
        hugo = write_hugo(ours, Path(name) / "hugo") if HUGO.find() else None
        eleventy = write_eleventy(ours, Path(name) / "eleventy") if ELEVENTY.find() else None
        time.sleep(3)  # so that the archive is at rest
        rounds = [_round(ours, peers, (hugo, eleventy), number) for number in range(wanted.rounds)]
    print(f"{wanted.issues} issues, {wanted.issues * 12} stories, {wanted.issues} episodes;", end=" ")
    print(f"medians of {wanted.rounds} alternated runs; load {os.getloadavg()[0]:.1f}\n")
    found = {case: middle([runs[case] for runs in rounds]) for case in rounds[0]}
    for case, cost in found.items():
        _print(case, cost, {"mkdocs": found[STOCK], "hugo": found.get(_HUGO)})
    print()
    checking.tell(found)
    if wanted.builds:
        return
    print()
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        messages.report(Path(name), wanted.rounds)
    print()
    sending.report(wanted.rounds, wanted.copies)


def _round(
    ours: Path, peers: Mapping[str, Path], others: tuple[Path | None, Path | None], number: int
) -> dict[str, Run]:
    hugo, eleventy = others
    mkdocs, pressroom = str(_BIN / "mkdocs"), str(_BIN / "pressroom")
    alike = {**_QUIET, **compiled(ours)}
    found = {name: run([mkdocs, "build", "--quiet"], site, alike) for name, site in peers.items()}
    if hugo:
        shutil.rmtree(hugo / "public", ignore_errors=True)
        found[_HUGO] = run([str(HUGO.need()), "--quiet"], hugo)
    if eleventy:
        shutil.rmtree(eleventy / "public", ignore_errors=True)
        found[_ELEVENTY] = run(command(), eleventy)
    found[checking.CLEAN] = run([pressroom, "build", "--clean"], ours, alike)
    found["pressroom build, nothing changed"] = run([pressroom, "build"], ours, alike)
    change_a_word(ours, f"Changed{number}")
    found[checking.ONE_WORD] = run([pressroom, "build"], ours, alike)
    change_a_word(ours, f"Again{number}")  # now there are two builds before this one, and it grows in the older
    found["pressroom build, another word changed"] = run([pressroom, "build"], ours, alike)
    return found | checking.runs(ours, number, alike)


def _print(case: str, cost: Run, peers: Mapping[str, Run | None]) -> None:
    ratios = "".join(f"  {cost.wall / peer.wall:5.2f} × {name}" for name, peer in peers.items() if peer)
    print(f"{case:42} {cost.wall:7.2f} s  cpu {cost.cpu:7.2f} s  {cost.memory:5.0f} MB{ratios}")


if __name__ == "__main__":
    main()
