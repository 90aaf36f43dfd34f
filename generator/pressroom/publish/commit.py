"""What is published: the commit that is checked out, or what stands for one where there is no git."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from pressroom.build import git
from pressroom.model.roots import ROOTS

_PUBLISHED: Final = (*ROOTS, "themes", "mkdocs.yml")
"""What the site and the messages are made of."""


def commit_of(root: Path) -> str:
    """Return the commit that is checked out; without git a digest of what lies there: names, sizes and times of files.

    Raises:
        Unreadable: git refuses to say it.

    """
    return git.head(root) or f"files:{sha256(chr(10).join(_lying(root)).encode(errors='surrogateescape')).hexdigest()}"


def _lying(root: Path) -> Iterator[str]:
    for path in sorted(_paths(root)):
        about = path.lstat()
        yield f"{path.relative_to(root)}\0{about.st_size}\0{about.st_mtime_ns}"


def _paths(root: Path) -> Iterator[Path]:
    for top in (root / name for name in _PUBLISHED):
        if top.is_file():
            yield top
        for folder, _, names in os.walk(top):
            yield from (Path(folder, name) for name in names)
