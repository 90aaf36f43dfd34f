"""Who publishes: one process, which people can recognise, and of which others can tell whether it may still live."""

import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from pressroom.model.base import Model

_LONGEST: Final = 100
"""Characters of a label."""


class Publisher(Model):
    """One process that publishes, or would."""

    owner: str
    """Its alone, never used twice."""

    label: str
    """What people are told: `GitHub run 4711, attempt 2`. No secret."""

    series: str = ""
    """What CI repeats under one name, attempt after attempt, never two at a time; empty where nothing is known."""

    attempt: int = 0
    """Of that; a later one is greater."""

    machine: str = ""
    """On which a process's number means this process; empty where that is not known."""

    process: str = ""
    """Its number, and when it started."""

    def follows(self, other: "Publisher") -> bool:
        """Tell whether another one is certain to have ended: an earlier attempt, or a dead process here."""
        repeated = bool(self.series) and self.series == other.series and other.attempt < self.attempt
        return repeated or (bool(self.machine) and self.machine == other.machine and not _lives(other.process))


def this_publisher(environment: Mapping[str, str]) -> Publisher:
    """Return who this process is, for the CI whose variables are set."""
    label, series, attempt = _of_github(environment) or _of_gitlab(environment) or _of_nobody()
    printable = "".join(character for character in label if character.isprintable())
    return Publisher(
        owner=uuid4().hex,
        label=printable[:_LONGEST],
        series=series,
        attempt=attempt,
        machine=_machine(),
        process=_identity(os.getpid()),
    )


_Known = tuple[str, str, int]
"""Label, series, attempt."""


def _of_github(environment: Mapping[str, str]) -> _Known | None:
    run, attempt = environment.get("GITHUB_RUN_ID", ""), environment.get("GITHUB_RUN_ATTEMPT", "")
    if not (run.isdecimal() and attempt.isdecimal()):
        return None
    job = environment.get("GITHUB_JOB", "")
    series = f"github/{environment.get('GITHUB_REPOSITORY', '')}/{run}/{job}"
    return f"GitHub run {run}, attempt {attempt}", series, int(attempt)


def _of_gitlab(environment: Mapping[str, str]) -> _Known | None:
    """Return what GitLab says; each attempt of a job has a greater number than the last."""
    pipeline, job = environment.get("CI_PIPELINE_ID", ""), environment.get("CI_JOB_ID", "")
    if not (pipeline.isdecimal() and job.isdecimal()):
        return None
    name = environment.get("CI_JOB_NAME", "")
    return f"GitLab pipeline {pipeline}, job {name} ({job})", f"gitlab/{pipeline}/{name}", int(job)


def _of_nobody() -> _Known:
    return f"process {os.getpid()} on host {platform.node()}", "", 0


def _machine() -> str:
    """Return one name for all processes that can see each other's numbers: containers on one machine cannot."""
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        numbers = Path("/proc/self/ns/pid").readlink()
        return sha256(f"{platform.node()}\n{boot}\n{numbers}".encode()).hexdigest()[:32]
    return ""


def _lives(process: str) -> bool:
    """Tell whether a process of this machine lives; a number that was given out again is another process."""
    number, _, started = process.partition(":")
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it lives, as another user's
    return _started(int(number)) in (None, started)


def _identity(number: int) -> str:
    return f"{number}:{_started(number) or ''}"


def _started(number: int) -> str | None:
    """Return when a process started, in ticks since the machine did (proc_pid_stat(5)); None where nobody says.

    One that has ended and was not yet reaped (a zombie) never started, as far as anybody is concerned.
    """
    try:
        state = Path(f"/proc/{number}/stat").read_text(errors="replace")
    except OSError:
        return None
    fields = state.rpartition(")")[2].split()
    return "" if fields[0] in "ZX" else fields[19]
