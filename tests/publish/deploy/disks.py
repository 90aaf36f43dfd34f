"""Small disks of their own, which fill up or can only be read; only root can have these."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.parts import leave_out


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """Give a folder on a disk in memory, such as `size=64k` or `ro`."""
    folder.mkdir()
    command: list[str | Path] = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        leave_out("only root, where it may mount, has a small disk, and this test needs one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
