"""Ended with -9 at any step: visitors miss nothing, and the next run finishes."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.publish.deploy.grounds import Ground, Pushed, Served, Stored

_REPOSITORY = Path(__file__).resolve().parents[3]


def test_a_deploy_that_is_killed_at_any_step_goes_on(
    kind: str, ground: Ground, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    with tempfile.TemporaryDirectory(prefix="pr-") as left:  # by those that were killed
        done = subprocess.run(
            [sys.executable, "-m", "tests.publish.deploy.killing", kind, ground.to, tmp_path, _where(ground)],
            cwd=_REPOSITORY,
            env={**os.environ, **ground.environment, "PYTHONPATH": str(_REPOSITORY), "TMPDIR": left},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    steps = int(done.stdout)
    tell(f"deploy to {kind}: killed at each of {steps} steps, resumed each time")
    assert steps > 10


def _where(ground: Ground) -> str:
    match ground.view:
        case Served(folder=folder):
            return str(folder)
        case Stored(port=port, bucket=bucket, prefix=prefix):
            return f"{port}/{bucket}/{prefix}"
        case Pushed(branch=branch):
            return branch
        case _:
            raise AssertionError(ground.view)
