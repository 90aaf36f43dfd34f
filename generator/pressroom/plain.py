"""Plain files: what lies about in a publication is opened so, and nothing that it might stand for."""

import os
import stat
from io import BufferedReader
from pathlib import Path

_SAFELY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
"""A link is not followed, a pipe is not waited for."""


def open_plain(path: Path | str) -> BufferedReader:
    """Open a plain file.

    Raises:
        OSError: it is no plain file, or may not be read.

    """
    handle = os.open(path, _SAFELY)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "it is no plain file")
    return os.fdopen(handle, "rb")


def read_plain(path: Path | str, most: int) -> bytes | None:
    """Return a file's bytes; None where it is missing, a link, a pipe, or larger than `most` bytes."""
    try:
        with open_plain(path) as file:
            data = read_at_most(file, most + 1)
    except OSError:
        return None
    return data if len(data) <= most else None


def read_at_most(file: BufferedReader, most: int) -> bytes:
    """Return an opened file's bytes, or the first of them."""
    size = os.fstat(file.fileno()).st_size
    data = file.read(min(size + 1, most))  # of `most` alone, room for as many would be made first
    if size < len(data) < most:  # it is growing, or the system does not say how large it is
        data += file.read(most - len(data))
    return data
