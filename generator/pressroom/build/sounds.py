"""Sound files with their labels: each made once, and kept so that a build needs no more than a link to it."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pressroom.build import recipes
from pressroom.build.changing import changed
from pressroom.model.artifact import Copy
from pressroom.model.label import Label
from pressroom.plain import open_plain
from pressroom.store import Store

_KIND = "sounds"
_RECIPE = "1"
"""To be raised when this module makes another file of the same sound and label."""

_PART = 1 << 20


class Sounds:
    """A publication's labelled sounds; `folder` is where they are kept, and the store knows their digests."""

    def __init__(self, root: Path, folder: Path, store: Store) -> None:
        self._root = root
        self._folder = folder
        self._store = store

    def place(self, copy: Copy, label: Label, path: Path) -> None:
        """Put a sound into its place, by a link where the disk can.

        Raises:
            Unreadable: the sound, or a picture of its label, has changed since it was examined.
            OSError: it cannot be written.

        """
        try:
            os.link(self.keep(copy, label), path)
        except OSError:
            with path.open("wb") as file:
                self._make(copy, label, file)

    def keep(self, copy: Copy, label: Label) -> Path:
        """Return where a sound is kept, which is made now if it is not there or damaged.

        Raises:
            Unreadable, OSError: as `place`.

        """
        key = recipe(copy, label)
        path = self._folder / _name(key)
        known = self._store.get(_KIND, key)
        if known is None or known != _digest(path):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=".") as folder:
                part = Path(folder) / path.name
                with part.open("wb") as file:
                    digest = self._make(copy, label, file)
                part.replace(path)
            self._store.put(_KIND, key, digest)
        return path

    def forget_unused(self) -> None:
        """Remove what is kept of sounds that the last build has no link to."""
        for path in self._folder.glob("*.mp3"):
            with suppress(OSError):
                if path.lstat().st_nlink == 1:
                    path.unlink()

    def _make(self, copy: Copy, label: Label, target: BinaryIO) -> bytes:
        """Write the label, and the sound behind it; return the digest of what was written."""
        from pressroom.build.covers import pictures  # noqa: PLC0415  it brings Pillow, and most sounds are made already
        from pressroom.render.podcast import id3  # noqa: PLC0415  as above

        head = id3.write(label, pictures(self._root, label, self._store))
        read, written = hashlib.sha256(), hashlib.sha256(head)
        target.write(head)
        with open_plain(self._root / copy.source) as source:
            read.update(source.read(copy.skip))
            while part := source.read(_PART):
                read.update(part)
                written.update(part)
                target.write(part)
        if read.hexdigest() != copy.digest:
            raise changed(copy.source)
        return written.digest()


def recipe(copy: Copy, label: Label) -> str:
    """Return what a labelled sound is made by and of: another recipe makes another file."""
    return f"{_RECIPE} {recipes.PICTURES} {copy.digest} {copy.skip} {label.to_json()!r}"


def _name(key: str) -> str:
    return f"{hashlib.sha256(key.encode()).hexdigest()}.mp3"


def _digest(path: Path) -> bytes | None:
    try:
        with open_plain(path) as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return None
