"""Running the program as a user would: a process of its own, with an exit code and two streams."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PROGRAM = (sys.executable, "-m", "pressroom")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a command."""

    code: int
    out: str
    err: str


def run(root: Path, *words: str, environment: Mapping[str, str] | None = None) -> Outcome:
    """Run `pressroom --root ROOT …` to its end."""
    done = subprocess.run(
        [*PROGRAM, "--root", str(root), *words],
        capture_output=True,
        check=False,
        timeout=300,
        env={**os.environ, **(environment or {})},
    )
    return Outcome(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
