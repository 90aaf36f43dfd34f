"""Checks beside our own builds, in turn: `python -m tests.bench.checking [--issues 120] [--rounds 3]`.

At 120 issues, messages included, a check without the cache is to cost at most 0.8 of a clean build, one with it at most
0.6 of a build after one word was changed (a word is changed before the check as well), and one issue's alone, without
the cache, less than 2 seconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.bench.archive import change_a_word, write_archive
from tests.bench.runs import Run, compiled, middle, run

CLEAN: Final = "pressroom build, clean, everything"
ONE_WORD: Final = "pressroom build, one word changed"
_WITHOUT: Final = "pressroom check, no cache"
_WITH: Final = "pressroom check, one word changed"
_ALONE: Final = "pressroom check of one issue, no cache"

_PRESSROOM = str(Path(sys.executable).parent / "pressroom")


def runs(ours: Path, number: int, environment: Mapping[str, str]) -> dict[str, Run]:
    """Check a publication that was built, in each way; afterwards nothing is kept of it."""
    newest = max((ours / "content" / "issues").iterdir()).relative_to(ours)
    change_a_word(ours, f"Checked{number}")
    found = {_WITH: run([_PRESSROOM, "check"], ours, environment)}
    shutil.rmtree(ours / ".cache")
    found[_WITHOUT] = run([_PRESSROOM, "check"], ours, environment)
    shutil.rmtree(ours / ".cache")
    found[_ALONE] = run([_PRESSROOM, "check", str(newest)], ours, environment)
    shutil.rmtree(ours / ".cache")
    return found


def tell(found: Mapping[str, Run]) -> None:
    """Print what checks cost beside builds, and what they may cost."""
    for check, build, most in ((_WITHOUT, CLEAN, 0.8), (_WITH, ONE_WORD, 0.6)):
        one, other = found[check], found[build]
        print(f"{check:40} {one.cpu / other.cpu:5.2f} × cpu {one.wall / other.wall:5.2f} × wall", end="")
        print(f" of {build.removeprefix('pressroom ')} (at most {most})")
    print(f"{_ALONE:40} {found[_ALONE].wall:5.2f} s, cpu {found[_ALONE].cpu:5.2f} s (under 2 s)")


def main() -> None:
    """Make an archive, build and check it in turn, print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        ours = Path(name)
        write_archive(ours, issues=wanted.issues)
        rounds = [_round(ours, number) for number in range(wanted.rounds)]
    print(f"{wanted.issues} issues; medians of {wanted.rounds} alternated runs; load {os.getloadavg()[0]:.1f}\n")
    found = {case: middle([one[case] for one in rounds]) for case in rounds[0]}
    for case, cost in found.items():
        print(f"{case:40} {cost.wall:7.2f} s  cpu {cost.cpu:7.2f} s  {cost.memory:5.0f} MB")
    print()
    tell(found)


def _round(ours: Path, number: int) -> dict[str, Run]:
    environment = compiled(ours)
    found = {CLEAN: run([_PRESSROOM, "build", "--clean"], ours, environment)}
    change_a_word(ours, f"Changed{number}")
    found[ONE_WORD] = run([_PRESSROOM, "build"], ours, environment)
    return found | runs(ours, number, environment)


if __name__ == "__main__":
    main()
