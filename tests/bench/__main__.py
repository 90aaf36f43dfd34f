"""The benchmark: Pressroom and its peers side by side, in turn, in one run; read the ratios, machines are noisy.

python -m tests.bench [--issues 24] [--rounds 5]; messages alone: python -m tests.bench.messages,
and sending them: python -m tests.bench.sending
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench import messages, sending
from tests.bench.archive import write_archive
from tests.bench.peers import STOCK, write_stock_mkdocs
from tests.bench.runs import Run, compiled, middle, run

_BIN = Path(sys.executable).parent
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def main() -> None:
    """Make the archive, run everything in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=100_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        ours, stock = Path(name) / "ours", Path(name) / "stock"
        write_archive(ours, issues=wanted.issues)
        peers = write_stock_mkdocs(ours, stock)
        rounds = [_round(ours, peers) for _ in range(wanted.rounds)]
    print(f"{wanted.issues} issues, {wanted.issues * 12} stories, {wanted.issues} episodes;", end=" ")
    print(f"medians of {wanted.rounds} alternated runs; load {os.getloadavg()[0]:.1f}\n")
    peer = middle([runs[STOCK] for runs in rounds])
    for case in rounds[0]:
        _print(case, middle([runs[case] for runs in rounds]), peer)
    print()
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        messages.report(Path(name), wanted.rounds)
    print()
    sending.report(wanted.rounds, wanted.copies)


def _round(ours: Path, peers: Mapping[str, Path]) -> dict[str, Run]:
    mkdocs, pressroom = str(_BIN / "mkdocs"), str(_BIN / "pressroom")
    alike = {**_QUIET, **compiled(ours)}
    return {
        **{name: run([mkdocs, "build", "--quiet"], site, alike) for name, site in peers.items()},
        "pressroom build, clean, everything": run([pressroom, "build", "--clean"], ours, alike),
        "pressroom build, nothing changed": run([pressroom, "build"], ours, alike),
        "pressroom check": run([pressroom, "check"], ours, alike),
        "pressroom check, no cache": run([pressroom, "check"], _without_cache(ours), alike),
    }


def _without_cache(ours: Path) -> Path:
    shutil.rmtree(ours / ".cache")
    return ours


def _print(case: str, cost: Run, peer: Run) -> None:
    ratio = cost.wall / peer.wall
    print(f"{case:42} {cost.wall:7.2f} s  cpu {cost.cpu:7.2f} s  {cost.memory:5.0f} MB  {ratio:5.2f} × mkdocs")


if __name__ == "__main__":
    main()
