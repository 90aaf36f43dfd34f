"""A folder on this machine: a release beside the last, what is unchanged as hard links, and one link renamed over."""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pressroom.plain import open_plain, read_plain
from pressroom.publish.deploy import changes, manifest, shelf
from pressroom.publish.deploy.faults import told
from pressroom.publish.deploy.manifest import File, Files, Manifest, Note
from pressroom.publish.deploy.survey import Built, changed
from pressroom.publish.deploy.target import Prepared, Progress

_FILE = 0o644
_FOLDER = 0o755
"""Whatever the umask: the web server is another user."""

_CHUNK = 1 << 20
_LARGEST = 1 << 30
"""Bytes."""


class Folder:
    """A folder of releases; the web server serves its `current`."""

    handed_over = False

    def __init__(self, name: str, path: Path, keep: int) -> None:
        self.name = name
        self._path = path
        self._keep = keep

    @property
    def _releases(self) -> Path:
        return self._path / shelf.RELEASES

    @property
    def _current(self) -> Path:
        return self._path / shelf.CURRENT

    def probe(self) -> None:
        """Make sure that releases can be put here, and that a link can be renamed over another."""
        with told(str(self._path)):
            make_folders(self._releases)
            self._live_id()
            first, second = self._path / f".probe-{os.getpid()}", self._path / f".probe-{os.getpid()}-2"
            try:
                first.symlink_to("nothing")
                second.symlink_to("nothing at all")
                second.replace(first)
            finally:
                first.unlink(missing_ok=True)
                second.unlink(missing_ok=True)

    def live(self) -> Manifest | None:
        """Return the manifest of what `current` leads to."""
        with told(str(self._path)):
            release = self._live_id()
            return self._manifest(release) if release else None

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Make a release beside the last one; nothing leads to it yet."""
        live = self.live()
        if live and changes.is_published(built, live):
            return Prepared(manifest=live, expected=live.id, new=False, files=0, bytes=0)
        with told(str(self._path)):
            make_folders(self._releases)
            for name in shelf.unfinished(self._names(), live.id if live else ""):
                _remove(self._releases / name)
            release = changes.following(built, live, shelf.following(self._names()))
            brought = self._make(release, built, live, progress)
        size = sum(built.files[path].size for path in brought)
        return Prepared(manifest=release, expected=live.id if live else "", new=True, files=len(brought), bytes=size)

    def point(self, prepared: Prepared) -> None:
        """Have `current` lead to a release, in one step."""
        if not prepared.new:
            return
        with told(str(self._path)):
            if self._live_id() != prepared.expected:
                raise shelf.overtaken(self.name)
            release = prepared.manifest
            write_whole(self._note(release.id), manifest.write(release))
            self._lead_to(release.id)

    def prune(self) -> None:
        """Remove old releases, and what was begun and left."""
        with told(str(self._path)):
            if not self._releases.is_dir():
                return
            going = shelf.superfluous(self._names(), self._live_id(), self._keep)
            for name in sorted(going, key=lambda name: not name.endswith(shelf.NOTE)):
                _remove(self._releases / name)

    def releases(self) -> tuple[Note, ...]:
        """Return what can be gone back to, newest first."""
        with told(str(self._path)):
            live = self._live_id()
            ids = shelf.ids(self._names()) if self._releases.is_dir() else ()
            return tuple(shelf.note(self._manifest(release), live) for release in ids)

    def rollback(self, release: str) -> Manifest:
        """Have `current` lead to a past release."""
        notes, live = self.releases(), self.live()
        if release not in [note.id for note in notes]:
            raise shelf.unknown(release, notes)
        with told(str(self._path)):
            past = changes.returning(self._manifest(release), live)
            for path in past.leaving:
                with suppress(FileExistsError):
                    _link(self._releases / (live.id if live else "") / path, self._releases / release / path)
            self._lead_to(release)
        return past

    def read(self, path: str) -> bytes | None:
        """Return a file as the web server would find it now."""
        with suppress(OSError), open_plain(self._current / path) as file:
            return file.read()
        return None

    def _live_id(self) -> str:
        """Return the release that `current` leads to; nothing where there is none."""
        if self._current.is_symlink():
            release = shelf.release_of(str(self._current.readlink()), self.name)
            if self._note(release).is_file():
                return release
            raise shelf.foreign(self.name)
        if os.path.lexists(self._current):
            raise shelf.foreign(self.name)
        return ""

    def _note(self, release: str) -> Path:
        return self._releases / f"{release}{shelf.NOTE}"

    def _manifest(self, release: str) -> Manifest:
        return manifest.read(read_plain(self._note(release), _LARGEST) or b"", self.name)

    def _names(self) -> tuple[str, ...]:
        return tuple(path.name for path in self._releases.iterdir())

    def _make(self, release: Manifest, built: Built, live: Manifest | None, progress: Progress) -> tuple[str, ...]:
        """Make a release; return what had to be copied."""
        whole = self._releases / release.id
        growing = whole.with_name(f"{whole.name}{shelf.GROWING}")
        _remove(growing)
        _remove(whole)
        with _gone_if_failed(growing):
            make_folders(growing)
            copied = self._fill(growing, release, built, live, progress)
            _settle(growing)
            growing.rename(whole)
            _sync(self._releases)
        return copied

    def _fill(
        self, growing: Path, release: Manifest, built: Built, live: Manifest | None, progress: Progress
    ) -> tuple[str, ...]:
        lying: Files = live.files if live else {}
        last = self._releases / (live.id if live else "")
        linked = {path for path, file in release.lying().items() if _is_there(last / path, file, lying.get(path))}
        for path in sorted(linked):
            if not _link(last / path, growing / path):
                linked.discard(path)
        missing = {path: file for path, file in release.files.items() if path not in linked}
        for wave in changes.waves({}, missing):
            done = progress.step(wave.group, len(wave.paths))
            for path in wave.paths:
                copy(built.path(path), growing / path, missing[path].digest, path)
                done()
        return tuple(missing)

    def _lead_to(self, release: str) -> None:
        aside = self._path / f".{shelf.CURRENT}"
        aside.unlink(missing_ok=True)
        aside.symlink_to(f"{shelf.RELEASES}/{release}")
        aside.replace(self._current)
        _sync(self._path)


def _is_there(path: Path, wanted: File, lying: File | None) -> bool:
    """Tell whether a file of the last release can stand for a new one; one of another size has been damaged."""
    if lying is None or lying.digest != wanted.digest:
        return False
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == wanted.size


def _link(old: Path, new: Path) -> bool:
    """Have a file in two places; False where the disk has no such links, or no more of them."""
    make_folders(new.parent)
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def copy(source: Path, path: Path, digest: str, name: str) -> None:
    """Copy a file, durably, and make sure that it is what was surveyed."""
    make_folders(path.parent)
    taken = hashlib.sha256()
    with open_plain(source) as given, path.open("xb") as made:
        while chunk := given.read(_CHUNK):
            taken.update(chunk)
            made.write(chunk)
        made.flush()
        os.fchmod(made.fileno(), _FILE)
        os.fsync(made.fileno())
    if taken.hexdigest() != digest:
        raise changed(name)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there as a whole or not at all."""
    aside = path.with_name(f"{path.stem}{shelf.GROWING}{shelf.NOTE}")
    with aside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), _FILE)
        os.fsync(file.fileno())
    aside.replace(path)
    _sync(path.parent)


def make_folders(path: Path) -> None:
    """Make a folder, and those above it, that others can look into; what is there stays as it is."""
    if path.is_dir():
        return
    make_folders(path.parent)
    with suppress(FileExistsError):
        path.mkdir()
        path.chmod(_FOLDER)


def _settle(folder: Path) -> None:
    """Have all folders in a folder survive a power cut."""
    for path, _, _ in os.walk(folder):
        _sync(Path(path))


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _gone_if_failed(folder: Path) -> Iterator[None]:
    """Leave nothing behind that takes up room."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
