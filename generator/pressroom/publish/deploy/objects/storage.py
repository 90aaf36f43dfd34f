"""A site in object storage: files in place, in an order in which nothing refers to what is not there.

Beside the site lies, in `_pressroom/`:

    current.json               the pointer: what readers see, written last, and only over what was expected there
    releases/ID.json           the manifest of each release that can be gone back to
    kept/DIGEST-…              what was overwritten or deleted since, copied aside beforehand by the storage itself
    pending/ID.json            begun and not ended: whose bytes at which paths nobody knows

Storage has no step that changes many objects at once. So what is new goes up first, then what refers to it; whoever
reads meanwhile sees the old page or the new one, each with all that it refers to.
"""

import hashlib
import secrets
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.plain import read_plain
from pressroom.publish.deploy import changes, manifest, shelf, survey
from pressroom.publish.deploy.manifest import OURS, File, Files, Manifest, Note
from pressroom.publish.deploy.objects.bucket import Bucket, Overtaken, Version
from pressroom.publish.deploy.objects.pending import Pending, Pendings
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Prepared, Progress, Silence

POINTER: Final = f"{OURS}/current.json"
RELEASES: Final = f"{OURS}/releases"
KEPT: Final = f"{OURS}/kept"
PROBES: Final = f"{OURS}/probes"

_FRONT: Final = "index.html"

_HANDS: Final = 8
"""Requests at once."""

_IN_MEMORY: Final = 8_000_000
"""Bytes; a larger file is read while it is sent."""

Bring = Callable[[str, File], None]
"""Brings the bytes of one file to its path."""


class Storage:
    """A site in a bucket, or in a folder of one."""

    handed_over = False

    def __init__(self, bucket: Bucket, keep: int) -> None:
        self.name = bucket.name
        self._bucket = bucket
        self._keep = keep
        self._pendings = Pendings(bucket)

    def probe(self) -> None:
        """Make sure that objects can be written, and that a condition on a write is kept to and not passed over."""
        key = f"{PROBES}/{secrets.token_hex(8)}"
        try:
            self._bucket.note(key, b"1")
            for condition, expected in (("If-None-Match", Version()), ("If-Match", {"e_tag": '"none"'})):
                self._require_refused(key, condition, expected)
        finally:
            self._bucket.delete([key])

    def live(self) -> Manifest | None:
        """Return what the pointer holds."""
        return self._pointer()[0]

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Upload what changed; pages that were there before are changed last, when all that they refer to is there."""
        live, version = self._pointer()
        self._end(live)
        pendings = self._pendings.all()
        self._require_ours(live, pendings)
        if live and not pendings and changes.is_published(built, live):
            return Prepared(manifest=live, expected=_word(version), new=False, files=0, bytes=0)
        release = changes.following(built, live, 1 + max((live.sequence if live else 0), *self._sequences(), 0))
        brought = self._bring(release, live, pendings, lambda path, file: self._upload(built, path, file), progress)
        size = sum(release.files[path].size for path in brought)
        return Prepared(manifest=release, expected=_word(version), new=True, files=len(brought), bytes=size)

    def point(self, prepared: Prepared) -> None:
        """Write the pointer, if it still is what it was."""
        if prepared.new:
            self._lead_to(prepared.manifest, prepared.expected)

    def prune(self) -> None:
        """Delete what the live release has no more, and what no release that is kept has."""
        live = self.live()
        self._end(live)
        self._forget(live)

    def releases(self) -> tuple[Note, ...]:
        """Return what can be gone back to, newest first."""
        live = self.live()
        found = (self._release(release) for release in self._ids())
        return tuple(shelf.note(release, live.id if live else "") for release in found)

    def rollback(self, release: str) -> Manifest:
        """Bring back what was kept aside, in the same order, and have the pointer say so."""
        live, version = self._pointer()
        notes = self.releases()
        if release not in [note.id for note in notes]:
            raise shelf.unknown(release, notes)
        past = changes.returning(self._release(release), live)
        self._end(live)
        kept = self._kept()
        self._bring(past, live, self._pendings.all(), lambda path, file: self._restore(kept, path, file), Silence())
        self._lead_to(past, _word(version))
        self.prune()
        return past

    def read(self, path: str) -> bytes | None:
        """Return the object that readers get for a path."""
        found = self._bucket.get(path)
        return found[0] if found else None

    def _end(self, live: Manifest | None) -> None:
        """Remember the live release, and delete what it has no more; until that is done it stands written down."""
        ended = self._pendings.find(live.id) if live else None
        if live and ended:
            self._remember(live)
            lying = live.lying()
            self._bucket.delete(path for path in ended.touched if path not in lying)
            self._pendings.end(ended)

    def _require_ours(self, live: Manifest | None, pendings: Collection[Pending]) -> None:
        if not live and not pendings and self._bucket.get(_FRONT) is not None:
            message = f"A site lies in {self.name} that Pressroom did not put there."
            raise PublishingFailed(message, "Give this one a folder of its own, or empty that one if nobody needs it.")

    def _require_refused(self, key: str, condition: str, expected: Version) -> None:
        try:
            self._bucket.swap(key, b"2", expected)
        except Overtaken:
            return
        message = (
            f"{self.name} lies on a server that passes over {condition}: two publishes could overwrite each other."
        )
        raise PublishingFailed(message, "Use a server that keeps to conditional writes, or another kind of target.")

    def _pointer(self) -> tuple[Manifest | None, Version]:
        found = self._bucket.get(POINTER)
        return (manifest.read(found[0], self.name), found[1]) if found else (None, {})

    def _lead_to(self, release: Manifest, expected: str) -> None:
        """Write the pointer; where it seems to be somebody else's, it may be ours, whose answer was lost."""
        data = manifest.write(release)
        try:
            self._bucket.swap(POINTER, data, _version(expected))
        except Overtaken:
            if self.live() != release:
                raise shelf.overtaken(self.name) from None
        self._remember(release)

    def _remember(self, release: Manifest) -> None:
        """Write down a release that readers have seen, so that it can be gone back to."""
        self._bucket.note(f"{RELEASES}/{release.id}.json", manifest.write(release))

    def _ids(self) -> tuple[str, ...]:
        return shelf.ids(key.rpartition("/")[2] for key in self._bucket.keys(RELEASES))

    def _sequences(self) -> tuple[int, ...]:
        return tuple(shelf.sequence(release) for release in self._ids())

    def _release(self, release: str) -> Manifest:
        found = self._bucket.get(f"{RELEASES}/{release}.json")
        return manifest.read(found[0] if found else b"", self.name)

    def _bring(
        self, release: Manifest, live: Manifest | None, pendings: Collection[Pending], bring: Bring, progress: Progress
    ) -> tuple[str, ...]:
        """Have all files of a release lie at their paths; return which had to be brought there."""
        lying: Files = live.lying() if live else {}
        unknown = {path for pending in pendings for path in pending.touched}
        waves = changes.waves(lying, release.files, unknown)
        gone = (path for path in lying if path not in release.lying())
        touched = {*unknown, *gone, *(path for wave in waves for path in wave.paths)}
        self._pendings.begin(release.id, touched, pendings)
        wanted = release.lying()
        self._keep_aside({path: lying[path] for path in touched if path in lying and lying[path] != wanted.get(path)})
        for wave in waves:
            done = progress.step(wave.group, len(wave.paths))
            _all(_counted(bring, release.files, done), wave.paths)
        return tuple(path for wave in waves for path in wave.paths)

    def _keep_aside(self, files: Files) -> None:
        """Copy aside what is about to be overwritten or deleted, unless it has been already.

        No path is written before all of this is done. So where a run was ended, a file that is not aside is untouched.
        """
        kept = self._kept()
        wanted = {path: file for path, file in files.items() if _kept_as(file) not in kept}
        once = {_kept_as(file): path for path, file in wanted.items()}
        _all(lambda name: self._bucket.copy(once[name], f"{KEPT}/{name}"), tuple(once))

    def _restore(self, kept: Collection[str], path: str, file: File) -> None:
        """Copy back what was kept; what a run that was ended meant to overwrite and did not keep lies there still."""
        if _kept_as(file) in kept:
            self._bucket.copy(f"{KEPT}/{_kept_as(file)}", path)

    def _kept(self) -> frozenset[str]:
        return frozenset(key.rpartition("/")[2] for key in self._bucket.keys(KEPT))

    def _upload(self, built: Built, path: str, file: File) -> None:
        source = built.path(path)
        if file.size > _IN_MEMORY:
            if survey.digest(source) != file.digest:
                raise survey.changed(path)
            self._bucket.put(path, source, file)
            return
        data = read_plain(source, _IN_MEMORY) or b""
        if hashlib.sha256(data).hexdigest() != file.digest:
            raise survey.changed(path)
        self._bucket.put(path, data, file)

    def _forget(self, live: Manifest | None) -> None:
        """Delete old releases, what was kept for them alone, and what a probe that was ended left behind."""
        ids = self._ids()
        names = (f"{release}{shelf.NOTE}" for release in ids)
        going = set(shelf.superfluous(names, live.id if live else "", self._keep))
        staying = [self._release(release) for release in ids if f"{release}{shelf.NOTE}" not in going]
        needed = {_kept_as(file) for release in staying for file in release.files.values()}
        self._bucket.delete(f"{RELEASES}/{name}" for name in going)
        kept = tuple(self._bucket.keys(KEPT)) if not self._pendings.all() else ()
        self._bucket.delete(key for key in kept if key.rpartition("/")[2] not in needed)
        self._bucket.delete(self._bucket.keys(PROBES))


def _kept_as(file: File) -> str:
    """Return the name that a file is kept by: by its bytes, and by how it is sent, which a copy brings back with it."""
    sent = hashlib.sha256(f"{file.type}\n{file.cache}".encode()).hexdigest()
    return f"{file.digest}-{sent[:8]}"


def _word(version: Version) -> str:
    """Return a state as one word."""
    return "\n".join(f"{name}={value}" for name, value in sorted(version.items()))


def _version(word: str) -> Version:
    pairs = (line.partition("=") for line in word.splitlines())
    return {name: value for name, _, value in pairs}


def _counted(bring: Bring, files: Files, done: Callable[[], None]) -> Callable[[str], None]:
    """Return what brings one file and says so."""

    def bring_one(path: str) -> None:
        bring(path, files[path])
        done()

    return bring_one


def _all(work: Callable[[str], None], things: Iterable[str]) -> None:
    """Do the same with many things, some at once; the first fault ends it, and nothing more is begun."""
    pool = ThreadPoolExecutor(_HANDS)
    try:
        begun: list[Future[None]] = [pool.submit(work, thing) for thing in things]
        done, _ = wait(begun, return_when=FIRST_EXCEPTION)
        for future in done:
            future.result()
    finally:
        pool.shutdown(cancel_futures=True)
