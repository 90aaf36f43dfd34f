"""Running a command and measuring it: seconds on the clock, of the processor, and the most memory it held."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


def compiled(folder: Path) -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode below a folder, as an installed program has it."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run cost."""

    wall: float
    """Seconds."""

    cpu: float
    """Seconds, all cores together."""

    memory: float
    """The most that its largest process held, in MB."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end and measure it."""
    log = folder / "run.log"
    start = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=output, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def middle(runs: Sequence[Run]) -> Run:
    """Return the medians of several runs."""
    return Run(
        wall=median(one.wall for one in runs),
        cpu=median(one.cpu for one in runs),
        memory=median(one.memory for one in runs),
    )
