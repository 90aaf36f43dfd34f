"""A branch: each release is one commit on it, and the manifest stands in its tree."""

import json
from collections.abc import Callable
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy import changes, manifest, shelf, survey
from pressroom.publish.deploy.git.plumbing import Blob, Refused, Repository
from pressroom.publish.deploy.manifest import OURS, Manifest, Note
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Prepared, Progress

POINTER: Final = f"{OURS}/current.json"
PLAIN: Final = ".nojekyll"
"""Has GitHub serve the files as they are."""

_SPARE: Final = 20
"""Commits beyond those that are kept: going back makes commits too."""


class Branch:
    """A branch of the publication's own remote, which loses nothing; `keep` releases are offered to go back to."""

    handed_over = False

    def __init__(self, name: str, repository: Repository, branch: str, keep: int) -> None:
        self.name = name
        self._repository = repository
        self._branch = branch
        self._keep = keep

    def probe(self) -> None:
        """Make sure that the remote answers, and that the branch is ours."""
        self.live()

    def live(self) -> Manifest | None:
        """Return the manifest in the branch's last commit."""
        commit = self._fetched()
        return self._manifest(commit) if commit else None

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Make a commit; the remote does not have it yet."""
        last = self._fetched()
        live = self._manifest(last) if last else None
        if live and changes.is_published(built, live):
            return Prepared(manifest=live, expected=last, new=False, files=0, bytes=0)
        release = changes.following(built, live, self._following(last))
        blobs = self._unchanged(release, live, last)
        there = {blob.path for blob in blobs}
        missing = {path: file for path, file in release.files.items() if path not in there}
        for wave in changes.waves({}, missing):
            blobs += self._added(built, wave.paths, progress.step(wave.group, len(wave.paths)))
        commit = self._commit(release, self._tree(release, blobs), last)
        size = sum(file.size for file in missing.values())
        return Prepared(manifest=release, expected=_word(last, commit), new=True, files=len(missing), bytes=size)

    def point(self, prepared: Prepared) -> None:
        """Push the commit, if the branch still is what it was."""
        if prepared.new:
            expected, commit = json.loads(prepared.expected)
            self._push(commit, expected, prepared.manifest)

    def prune(self) -> None:
        """Do nothing: a branch has no files that are not its last commit's, and its past stays."""

    def releases(self) -> tuple[Note, ...]:
        """Return what can be gone back to, newest first."""
        last = self._fetched()
        past = self._past(last) if last else {}
        live = self._manifest(last).id if last else ""
        newest = sorted(past.values(), key=lambda release: release.sequence, reverse=True)
        others = [release.id for release in newest if release.id != live][: max(self._keep - 1, 0)]
        return tuple(shelf.note(release, live) for release in newest if release.id in (live, *others))

    def rollback(self, release: str) -> Manifest:
        """Push a new commit with the files of an older one."""
        last, notes = self._fetched(), self.releases()
        if release not in [note.id for note in notes]:
            raise shelf.unknown(release, notes)
        commit, past = next(found for found in self._past(last).items() if found[1].id == release)
        back = changes.returning(past, self._manifest(last))
        old, new = self._repository.blobs(commit), self._repository.blobs(last)
        blobs = [Blob(path=path, id=(old if path in back.files else new)[path]) for path in back.lying()]
        self._push(self._commit(back, self._tree(back, blobs), last), last, back)
        return back

    def read(self, path: str) -> bytes | None:
        """Return a file of the branch's last commit."""
        commit = self._fetched()
        return self._repository.read(commit, path) if commit else None

    def _fetched(self) -> str:
        return self._repository.fetch(self._branch)

    def _manifest(self, commit: str) -> Manifest:
        data = self._repository.read(commit, POINTER)
        if data is None:
            message = f"The branch {self._branch} is not Pressroom's: it has no {POINTER}."
            raise PublishingFailed(
                message, "Name a branch of its own for the site, or delete that one if nobody needs it."
            )
        return manifest.read(data, self.name)

    def _following(self, last: str) -> int:
        past = self._past(last) if last else {}
        return 1 + max((release.sequence for release in past.values()), default=0)

    def _past(self, last: str) -> dict[str, Manifest]:
        """Return the releases that the branch has lately had, each by the newest commit that has it."""
        found: dict[str, Manifest] = {}
        commits = self._repository.history(last, self._keep + _SPARE)
        for commit, data in zip(commits, self._repository.read_each(commits, POINTER), strict=True):
            release = manifest.read(data, self.name) if data else None
            if release and release.id not in [known.id for known in found.values()]:
                found[commit] = release
        return found

    def _unchanged(self, release: Manifest, live: Manifest | None, last: str) -> list[Blob]:
        """Return what the branch's last commit has already."""
        lying = live.lying() if live else {}
        wanted, there = release.lying(), self._repository.blobs(last) if last else {}
        same = (path for path in there if path in lying and path in wanted)
        return [Blob(path=path, id=there[path]) for path in same if wanted[path].digest == lying[path].digest]

    def _added(self, built: Built, paths: tuple[str, ...], done: Callable[[], None]) -> list[Blob]:
        """Keep files in the repository, which are what they were when they were surveyed."""
        ids = self._repository.add(built.path(path).absolute() for path in paths)
        for path in paths:
            if survey.digest(built.path(path)) != built.files[path].digest:
                raise survey.changed(path)
            done()
        return [Blob(path=path, id=blob) for path, blob in zip(paths, ids, strict=True)]

    def _tree(self, release: Manifest, blobs: list[Blob]) -> str:
        note = Blob(path=POINTER, id=self._repository.add_bytes(manifest.write(release)))
        return self._repository.grow([*blobs, note, Blob(path=PLAIN, id=self._repository.add_bytes(b""))])

    def _commit(self, release: Manifest, tree: str, parent: str) -> str:
        return self._repository.commit(tree, parent, f"Publish {release.id}\n", release.instant)

    def _push(self, commit: str, expected: str, release: Manifest) -> None:
        """Push; where the branch seems to be somebody else's, it may be ours, whose answer was lost."""
        try:
            self._repository.push(commit, self._branch, expected)
        except Refused:
            if self.live() != release:
                raise shelf.overtaken(self.name) from None


def _word(expected: str, commit: str) -> str:
    return json.dumps([expected, commit])
