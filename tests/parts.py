"""What the tests need beside Python; `make parts` brings it.

Where a part is missing the tests that need it are skipped, and say so. CI sets PRESSROOM_ALL_TESTS=1: there they fail,
so that a test that was left out cannot pass for one that was run.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

import pytest

ALL_TESTS: Final = os.environ.get("PRESSROOM_ALL_TESTS") == "1"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A program or file: its name, where it may lie (on the path, or just there), and Debian's packages with it."""

    name: str
    places: tuple[str, ...]
    debian: tuple[str, ...] = ()
    serves: bool = False
    """Whether Debian's package would begin to serve where systemd runs."""

    answers: str = ""
    """What Debian's package would ask, answered as debconf-set-selections(1) reads it."""

    def find(self) -> Path | None:
        """Return where it lies, if it does."""
        lying = (shutil.which(place) or (place if Path(place).is_file() else None) for place in self.places if place)
        return next((Path(place) for place in lying if place), None)

    def need(self) -> Path:
        """Return where it lies, or leave the test out."""
        return self.find() or leave_out(
            f"{self.name} is missing, and this test needs it: `make parts` brings it, or says how"
        )


def leave_out(reason: str) -> NoReturn:
    """Skip a test, or have it fail where none may be left out."""
    if ALL_TESTS:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def as_root() -> list[str] | None:
    """Return what makes a command root's: nothing for root, sudo in CI where it asks no password, else None."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if not ALL_TESTS or not shutil.which("sudo"):
        return None
    return sudo if subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0 else None


def package(name: str, folder: Path, path: str) -> Part:
    """Return a part that npm brings into a folder."""
    return Part(name=name, places=(str(folder / "node_modules" / path),))


NODE: Final = Part(name="Node.js", places=("node", "nodejs"), debian=("nodejs",))
NPM: Final = Part(name="npm", places=("npm",), debian=("npm",))
