"""Plumbing: git's own commands on the publication's repository, which leave its branches and its files alone."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from pressroom.build.children import GIT
from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.publish.children import surroundings, without_secrets
from pressroom.publish.deploy.faults import GO_ON

REMOTE: Final = "origin"
NOBODY: Final = ("Pressroom", "pressroom@localhost")
_PATIENCE: Final = 900
"""Seconds."""

_LONGEST: Final = 300
"""Characters of a complaint that are told."""

_HINTS: Final = {
    "could not read Username": "Give the job that publishes a token that may push, as its CI has it.",
    "Authentication failed": "Give the job that publishes a token that may push, as its CI has it.",
    "Permission denied": "Give the job that publishes a key that may push.",
    "403": "Give the job that publishes a token that may push (on GitHub: permissions: contents: write).",
    "protected branch": "Allow the job that publishes to push to that branch.",
    "dubious ownership": "Have git trust this folder: git config --global --add safe.directory DIR",
    "No space left": f"Make room on the disk, and {GO_ON}",
    "does not appear to be a git repository": f"Give it a remote called {REMOTE}: git remote add {REMOTE} …",
}


class Refused(Exception):
    """The remote's branch is no longer what it was."""


class Blob(Model):
    """A file as git has it."""

    path: str
    id: str


class Repository:
    """The repository that a publication lies in. All of its methods raise PublishingFailed where git fails."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self._root = root
        self._environment = surroundings(environment)

    def fetch(self, branch: str) -> str:
        """Bring a branch of the remote here; return its last commit, or nothing where there is no such branch."""
        found = self._ask("ls-remote", "--refs", REMOTE, f"refs/heads/{branch}")
        if not found:
            return ""
        commit = found.split()[0]
        self._ask("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", REMOTE, f"refs/heads/{branch}")
        return commit

    def read(self, commit: str, path: str) -> bytes | None:
        """Return a file of a commit; None where it has none."""
        return self.read_each([commit], path)[0]

    def read_each(self, commits: Sequence[str], path: str) -> tuple[bytes | None, ...]:
        """Return a file of each of these commits; None for one that has none."""
        given = "".join(f"{commit}:{path}\n" for commit in commits)
        said = BytesIO(self._run("cat-file", "--batch", given=given.encode()))
        return tuple(_object(said) for _ in commits)

    def blobs(self, commit: str) -> Mapping[str, str]:
        """Return the files of a commit, with git's names for their bytes."""
        said = self._run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape")
        rows = (row.partition("\t") for row in said.split("\0") if row)
        return {path: facts.split()[2] for facts, _, path in rows}

    def history(self, commit: str, most: int) -> tuple[str, ...]:
        """Return a commit and those before it, newest first."""
        return tuple(self._ask("rev-list", "--first-parent", f"--max-count={most}", commit).split())

    def tree(self, commit: str) -> str:
        """Return git's name for all files of a commit."""
        return self._ask("rev-parse", "--verify", f"{commit}^{{tree}}")

    def add(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Keep files as they are; return git's names for their bytes."""
        given = "".join(f"{path}\n" for path in paths)
        return tuple(self._ask("hash-object", "-w", "--no-filters", "--stdin-paths", given=given.encode()).split())

    def add_bytes(self, data: bytes) -> str:
        """Keep bytes; return git's name for them."""
        return self._ask("hash-object", "-w", "--no-filters", "--stdin", given=data)

    def grow(self, blobs: Iterable[Blob]) -> str:
        """Make a tree of files, through an index of its own; return its name."""
        rows = "".join(f"100644 {blob.id}\t{blob.path}\0" for blob in blobs)
        with tempfile.TemporaryDirectory() as folder:
            own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("update-index", "-z", "--index-info", given=rows.encode(), also=own)
            return self._run("write-tree", also=own).decode().strip()

    def commit(self, tree: str, parent: str, message: str, instant: datetime) -> str:
        """Make a commit, in the name of whom git is set up for, else in Pressroom's own; return its name."""
        date = instant.strftime("%Y-%m-%dT%H:%M:%S%z")
        known = all(self._known(f"user.{what}") for what in ("name", "email"))
        named = {} if known else {f"GIT_{who}_{what}": value for who in _WHO for what, value in _AS_NOBODY}
        dates = {f"GIT_{who}_DATE": date for who in _WHO}
        parents = ("-p", parent) if parent else ()
        words = ("-c", "commit.gpgSign=false", "commit-tree", tree, *parents, "-F", "-")
        return self._run(*words, given=message.encode(), also={**dates, **named}).decode().strip()

    def push(self, commit: str, branch: str, expected: str) -> None:
        """Have the remote's branch be a commit, if it still is the expected one, or, where that is empty, is not there.

        Raises:
            Refused: it is another by now.

        """
        lease = f"--force-with-lease=refs/heads/{branch}:{expected}"
        done = self._try("push", "--quiet", "--no-verify", lease, REMOTE, f"{commit}:refs/heads/{branch}")
        if done.returncode and any(sign in done.stderr for sign in (b"stale info", b"fetch first", b"cannot lock ref")):
            raise Refused
        self._judge(done)

    def _known(self, name: str) -> bool:
        return self._try("config", "--get", name).returncode == 0

    def _ask(self, *words: str, given: bytes = b"") -> str:
        return self._run(*words, given=given).decode("utf-8", "surrogateescape").strip()

    def _run(self, *words: str, given: bytes = b"", also: Mapping[str, str] | None = None) -> bytes:
        done = self._try(*words, given=given, also=also)
        self._judge(done)
        return done.stdout

    def _try(
        self, *words: str, given: bytes = b"", also: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        command = [*GIT, "-C", os.fspath(self._root), "-c", "core.quotePath=false", *words]
        try:
            return subprocess.run(  # noqa: S603  no shell
                command,
                input=given,
                capture_output=True,
                check=False,
                env={**self._environment, **(also or {})},
                timeout=_PATIENCE,
            )
        except FileNotFoundError as fault:
            raise PublishingFailed("There is no git on this machine.", "Install git, and publish again.") from fault
        except subprocess.TimeoutExpired as fault:
            message = f"git did not come to an end within {_PATIENCE // 60} minutes (git {words[0]})."
            raise PublishingFailed(message, f"See whether the remote {REMOTE} can be reached; then {GO_ON}") from fault

    def _judge(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        if done.returncode:
            said = without_secrets(done.stderr.decode(errors="replace"))
            hint = next((hint for sign, hint in _HINTS.items() if sign in said), f"Mend that, and {GO_ON}")
            raise PublishingFailed(f"git could not publish: {said[:_LONGEST]}", hint)


def _object(said: BytesIO) -> bytes | None:
    """Return the next object of what `git cat-file --batch` says."""
    facts = said.readline().split()
    if facts[-1] == b"missing":
        return None
    data = said.read(int(facts[2]))
    said.readline()
    return data if facts[1] == b"blob" else None


_WHO: Final = ("AUTHOR", "COMMITTER")
_AS_NOBODY: Final = (("NAME", NOBODY[0]), ("EMAIL", NOBODY[1]))
