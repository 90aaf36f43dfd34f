"""A folder on another machine: the same shelf of releases as in a folder here."""

import stat
import tarfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import IO

from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.plain import open_plain
from pressroom.publish.deploy import changes, manifest, shelf, survey
from pressroom.publish.deploy.manifest import Files, Manifest, Note
from pressroom.publish.deploy.ssh import faults, scripts
from pressroom.publish.deploy.ssh.connection import Connection
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Prepared, Progress


class _State(Model):
    """What lies on the shelf there."""

    live: str
    """The release that `current` leads to; empty where there is none."""

    names: tuple[str, ...]


class Server:
    """A folder of releases on another machine, whose web server serves its `current`."""

    handed_over = False

    def __init__(self, name: str, connection: Connection, keep: int) -> None:
        self.name = name
        self._far = connection
        self._keep = keep

    def probe(self) -> None:
        """Make sure that we are let in, and that the folder and the programs there will do."""
        self._far.run(scripts.PROBE)
        self._state()

    def live(self) -> Manifest | None:
        """Return the manifest of what `current` leads to."""
        return self._shown(self._state())

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Make a release beside the last one: what changed is sent, the rest becomes hard links there."""
        state = self._state()
        live = self._shown(state)
        if live and changes.is_published(built, live):
            return Prepared(manifest=live, expected=live.id, new=False, files=0, bytes=0)
        release = changes.following(built, live, shelf.following(state.names))
        self._remove(shelf.unfinished(state.names, state.live))
        missing = self._make(release, built, live, progress)
        size = sum(file.size for file in missing.values())
        return Prepared(manifest=release, expected=state.live, new=True, files=len(missing), bytes=size)

    def point(self, prepared: Prepared) -> None:
        """Have `current` lead to a release, in one step."""
        if not prepared.new:
            return
        release, expected = prepared.manifest, prepared.expected
        link = f"{shelf.RELEASES}/{expected}" if expected else ""
        data = manifest.write(release)
        self._far.stream(scripts.POINT, release.id, link, give=lambda to: _give(data, to))

    def prune(self) -> None:
        """Remove old releases, and what was begun and left."""
        state = self._state()
        self._remove(shelf.superfluous(state.names, state.live, self._keep))

    def releases(self) -> tuple[Note, ...]:
        """Return what can be gone back to, newest first."""
        state = self._state()
        return tuple(shelf.note(self._manifest(release), state.live) for release in shelf.ids(state.names))

    def rollback(self, release: str) -> Manifest:
        """Have `current` lead to a past release."""
        notes, live = self.releases(), self.live()
        if release not in [note.id for note in notes]:
            raise shelf.unknown(release, notes)
        past = changes.returning(self._manifest(release), live)
        if live and past.leaving:
            self._far.run(scripts.LINK, live.id, release, given=past.leaving)
        self._far.run(scripts.LEAD, release)
        return past

    def read(self, path: str) -> bytes | None:
        """Return a file as the web server there would find it now."""
        return self._far.look(scripts.SHOW, f"{shelf.CURRENT}/{path}")

    def _state(self) -> "_State":
        link, *names = self._far.run(scripts.STATE).decode(errors="replace").splitlines() or [""]
        live = shelf.release_of(link, self.name) if link else ""
        if live and f"{live}{shelf.NOTE}" not in names:
            raise shelf.foreign(self.name)
        return _State(live=live, names=tuple(names))

    def _shown(self, state: "_State") -> Manifest | None:
        return self._manifest(state.live) if state.live else None

    def _manifest(self, release: str) -> Manifest:
        data = self._far.look(scripts.SHOW, f"{shelf.RELEASES}/{release}{shelf.NOTE}")
        return manifest.read(data or b"", self.name)

    def _remove(self, names: Collection[str]) -> None:
        """Remove what lies on the shelf there, manifests first, so that no release is there by halves."""
        if names:
            self._far.run(scripts.REMOVE, given=sorted(names, key=lambda name: not name.endswith(shelf.NOTE)))

    def _make(self, release: Manifest, built: Built, live: Manifest | None, progress: Progress) -> Files:
        """Make a release; return what had to be sent. Where that fails, nothing is left that takes up room."""
        try:
            missing = self._begin(release, live)
            self._far.stream(scripts.UNPACK, release.id, give=lambda to: _pack(built, missing, to, progress))
            self._require_arrived(release.id, missing)
            self._far.run(scripts.SETTLE, release.id)
        except PublishingFailed:
            with suppress(PublishingFailed):
                self._remove([f"{release.id}{shelf.GROWING}"])
            raise
        return missing

    def _begin(self, release: Manifest, live: Manifest | None) -> Files:
        """Begin a release out of the last one; return what has to be sent."""
        if live is None:
            self._far.run(scripts.BEGIN_FIRST, release.id)
            return release.files
        lying = self._sizes(live.id)
        wanted, were = release.lying(), live.files
        same = {path for path in lying if path in wanted and path in were and were[path].digest == wanted[path].digest}
        kept = {path for path in same if lying[path] == wanted[path].size}
        self._far.run(scripts.BEGIN, release.id, live.id, given=sorted(lying.keys() - kept))
        return {path: file for path, file in release.files.items() if path not in kept}

    def _sizes(self, release: str) -> Mapping[str, int]:
        """Return what lies in a release, with its size in bytes; -1 for what is no plain file."""
        said = self._far.run(scripts.SIZES, release).decode("utf-8", "surrogateescape")
        rows = (line.split(" ", 2) for line in said.splitlines())
        return {row[2].removeprefix("./"): _size(row[0], row[1]) for row in rows if len(row) == 3}

    def _require_arrived(self, release: str, files: Files) -> None:
        """Make sure that what was sent lies there as it left."""
        if not files:
            return
        said = self._far.run(scripts.SUMS, release, given=sorted(files)).decode("utf-8", "surrogateescape")
        sums = {line[66:]: line[:64] for line in said.splitlines()}
        for path, file in files.items():
            if sums.get(path) != file.digest:
                raise faults.damaged(self._far.place, path)


def _size(size: str, mode: str) -> int:
    return int(size) if stat.S_ISREG(int(mode, 16)) else -1


def _give(data: bytes, to: IO[bytes]) -> None:
    to.write(data)


def _pack(built: Built, files: Files, to: IO[bytes], progress: Progress) -> None:
    """Write files as a tar stream, group by group, each as it was surveyed."""
    with tarfile.open(fileobj=to, mode="w|", format=tarfile.GNU_FORMAT, encoding="utf-8") as archive:
        for wave in changes.waves({}, files):
            done = progress.step(wave.group, len(wave.paths))
            for path in wave.paths:
                _add(archive, built, path)
                done()


def _add(archive: tarfile.TarFile, built: Built, path: str) -> None:
    if survey.digest(built.path(path)) != built.files[path].digest:
        raise survey.changed(path)
    entry = tarfile.TarInfo(path)
    entry.size, entry.mode = built.files[path].size, 0o644
    with open_plain(built.path(path)) as file:
        archive.addfile(entry, file)
