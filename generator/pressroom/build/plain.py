"""Reading what lies about in a publication: plain files of a modest size, and nothing that they might stand for."""

import os
import stat
from pathlib import Path

_PIECE = 1 << 20
_SAFELY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


def read_plain(path: Path, most: int) -> bytes | None:
    """Return a file's bytes; None where it is missing, a link, a pipe, or larger than `most` bytes."""
    try:
        file = os.open(path, _SAFELY)
    except OSError:
        return None
    try:
        facts = os.fstat(file)
        fits = stat.S_ISREG(facts.st_mode) and facts.st_size <= most
        return b"".join(iter(lambda: os.read(file, _PIECE), b"")) if fits else None
    finally:
        os.close(file)
