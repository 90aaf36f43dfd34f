"""Putting a finished file in its place, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def lay(new: Path, path: Path) -> None:
    """Give a finished file its name, for good even if the power fails; one that another process laid there stays.

    Raises:
        OSError: the folder cannot be written.

    """
    with suppress(FileExistsError):
        os.link(new, path)
    handle = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
