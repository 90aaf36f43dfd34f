"""Handing over: a finished folder for the CI's own step, which brings it to GitHub, GitLab or Cloudflare Pages."""

import shutil
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from pressroom.build import swap
from pressroom.errors import PublishingFailed
from pressroom.plain import open_plain, read_plain
from pressroom.publish.deploy import changes, folder
from pressroom.publish.deploy.documents import Document
from pressroom.publish.deploy.faults import told
from pressroom.publish.deploy.manifest import Manifest, Note
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Prepared, Progress

_LARGEST = 1 << 30
"""Bytes."""


class Handed(Document):
    """What was handed over, and where: only the folder that is named here is ours to replace."""

    path: str
    """The folder, from the root of the file system on."""

    manifest: Manifest


class Handover:
    """A folder that is swapped in whole. What becomes of it is the CI's business; what is live is not known here."""

    handed_over = True

    def __init__(self, name: str, path: Path, note: Path) -> None:
        self.name = name
        self._path = path
        self._growing = path.with_name(f".{path.name}.new")
        self._note = note
        """Tells what was handed over, beside and not inside: all that is inside is sent to readers."""

    def probe(self) -> None:
        """Make sure that the folder can be made, and that what lies in its place is ours."""
        with told(str(self._path)):
            swap.recover(self._growing, self._path)
            self._require_ours()
            folder.make_folders(self._path.parent)
            self._growing.mkdir(exist_ok=True)
            shutil.rmtree(self._growing)

    def live(self) -> Manifest | None:
        """Return None: whether it got any further is not known here."""
        return None

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Make the folder beside its place."""
        release = changes.following(built, None, 1)
        with told(str(self._path)):
            shutil.rmtree(self._growing, ignore_errors=True)
            folder.make_folders(self._growing)
            for wave in changes.waves({}, release.files):
                done = progress.step(wave.group, len(wave.paths))
                for path in wave.paths:
                    folder.copy(built.path(path), self._growing / path, release.files[path].digest, path)
                    done()
        size = sum(file.size for file in release.files.values())
        return Prepared(manifest=release, expected="", new=True, files=len(release.files), bytes=size)

    def point(self, prepared: Prepared) -> None:
        """Put the folder in its place."""
        with told(str(self._path)):
            self._require_ours()
            folder.make_folders(self._note.parent)
            handed = Handed(path=str(self._path), manifest=prepared.manifest)
            folder.write_whole(self._note, handed.model_dump_json(indent=0).encode())
            swap.swap((self._growing, self._path))

    def prune(self) -> None:
        """Remove what was begun and left."""
        shutil.rmtree(self._growing, ignore_errors=True)

    def releases(self) -> tuple[Note, ...]:
        """Return nothing: the host keeps what it was given."""
        return ()

    def rollback(self, release: str) -> Manifest:
        """Refuse: the host has the past, not this folder."""
        message = f"{self.name} was handed over; there is no {release} here to go back to."
        raise PublishingFailed(message, "Go back at the host, or revert the change in git and publish that.")

    def read(self, path: str) -> bytes | None:
        """Return a file as it was handed over."""
        with suppress(OSError), open_plain(self._path / path) as file:
            return file.read()
        return None

    def _require_ours(self) -> None:
        if self._path.is_dir() and not any(self._path.iterdir()):
            return
        if self._path.exists() and self._handed() != str(self._path):
            message = f"{self._path} holds something that Pressroom did not put there, and all of it would be replaced."
            raise PublishingFailed(
                message, "Name another folder under `deploy`, or remove that one if nobody needs it."
            )

    def _handed(self) -> str:
        """Return the folder that was handed over last; empty where there is none, or no note of it that can be read."""
        try:
            return Handed.model_validate_json(read_plain(self._note, _LARGEST) or b"").path
        except ValidationError:
            return ""
