"""git, as far as the ledger needs it: one ref of one remote, which holds one file.

Objects are written into a folder of their own, not into the publication's repository, which therefore does not grow.
https://git-scm.com/docs/git#_environment_variables
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pressroom.build.children import GIT
from pressroom.errors import PublishingFailed, Unreadable
from pressroom.model.base import Model
from pressroom.publish.children import surroundings, without_secrets
from pressroom.publish.ledger.faults import AGAIN

REF: Final = "refs/pressroom/ledger"
VARIABLE: Final = "PRESSROOM_LEDGER_REMOTE"
FILE: Final = "ledger.sqlite"

_PATIENCE: Final = 120.0
"""Seconds for one call of git."""

_NO_SUCH_REF: Final = 2
"""What ls-remote --exit-code answers where the remote was reached and has none."""

_WHO: Final = {"NAME": "Pressroom", "EMAIL": "pressroom@localhost"}

_HINTS: Final = {
    "dubious ownership": "git trusts a folder of another user after: git config --global --add safe.directory DIR",
    "not a git repository": "`ledger: git` keeps the ledger in the publication's own repository, and here is none.",
    "does not appear to be a git repository": f"Name the remote that keeps the ledger: {VARIABLE}=…",
    "could not read Username": "Give git the right to push; in GitHub's workflows that is `contents: write`.",
    "Authentication failed": "Give git the right to push; in GitHub's workflows that is `contents: write`.",
    "403": "Give git the right to push; in GitHub's workflows that is `contents: write`.",
    "hook declined": f"The server refuses pushes to {REF}; allow them there, or keep the ledger in PostgreSQL.",
}


class Answer(Model):
    """How a call of git ended."""

    code: int
    output: bytes
    complaint: str

    @property
    def text(self) -> str:
        """Return what it said, as one line."""
        return self.output.decode(errors="replace").strip()


class Repository:
    """The publication's repository, and its remote that keeps the ledger."""

    def __init__(
        self, root: Path, objects: Path, environment: Mapping[str, str], *, patience: float = _PATIENCE
    ) -> None:
        self._root = root
        self._objects = objects
        self._patience = patience
        self._remote = environment.get(VARIABLE, "").strip() or "origin"
        if self._remote.startswith("-"):
            raise Unreadable(f"{VARIABLE} is no name of a remote.", "Write it as `git remote` lists it.")
        self._environment = surroundings(environment)
        self._aside = {
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": _quoted(self._own_objects()),
            "GIT_OBJECT_DIRECTORY": str(objects),
        }

    def found(self) -> str | None:
        """Return the commit that the remote's ref stands at; None where there is no such ref.

        Raises:
            PublishingFailed: the remote cannot be asked.

        """
        answer = self._call("ls-remote", "--exit-code", "--quiet", self._remote, REF)
        if answer.code == _NO_SUCH_REF:
            return None
        for line in self._required(answer, "asked for the ledger").text.splitlines():
            commit, _, name = line.partition("\t")
            if name == REF:
                return commit
        return None

    def brought(self, commit: str) -> bytes | None:
        """Fetch a commit and return the file in it; None where the remote's ref has moved on meanwhile.

        Raises:
            PublishingFailed: the remote does not give it.

        """
        self._make_room()
        options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance")
        fetched = self._call("fetch", *options, self._remote, commit, more=self._aside)
        if fetched.code and self.found() != commit:
            return None
        self._required(fetched, "asked for the ledger")
        file = self._call("cat-file", "blob", f"{commit}:{FILE}", more=self._aside)
        return self._required(file, "asked for the ledger").output

    def wrapped(self, data: bytes, moment: datetime) -> str:
        """Return a commit without a parent that holds one file.

        Raises:
            PublishingFailed: it cannot be written.

        """
        self._make_room()
        blob = self._said("hash-object", "-w", "--stdin", feed=data)
        tree = self._said("mktree", feed=f"100600 blob {blob}\t{FILE}\n".encode())
        seconds = f"{int(moment.astimezone(UTC).timestamp())} +0000"
        signed = {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in _WHO.items()}
        dates = {"GIT_AUTHOR_DATE": seconds, "GIT_COMMITTER_DATE": seconds}
        return self._said("commit-tree", "--no-gpg-sign", tree, feed=b"Keep the ledger\n", **signed, **dates)

    def pushed(self, commit: str, expected: str | None) -> Answer:
        """Have the remote's ref go from one commit to another, if it still stands there, or still is not there."""
        options = ("--quiet", "--no-verify", "--no-signed", "--no-follow-tags", "--recurse-submodules=no")
        lease = f"--force-with-lease={REF}:{expected or ''}"
        return self._call("push", *options, lease, self._remote, f"{commit}:{REF}", more=self._aside)

    def forget(self) -> None:
        """Delete the objects that were written here; what the remote has, it has."""
        shutil.rmtree(self._objects, ignore_errors=True)

    def failed(self, answer: Answer, doing: str) -> PublishingFailed:
        """Return what git complains of, without what may be secret in it."""
        said = without_secrets(answer.complaint)
        hint = next((hint for sign, hint in _HINTS.items() if sign in said), AGAIN)
        return PublishingFailed(f"git failed when it was {doing}: {said or 'it said nothing'}.", hint)

    def _make_room(self) -> None:
        """Begin anew with an empty folder of objects: each commit stands alone."""
        self.forget()
        try:
            self._objects.mkdir(mode=0o700, parents=True)
        except OSError as fault:
            message = f"The ledger cannot be made ready for git in {self._objects}: {fault.strerror}."
            raise PublishingFailed(message, AGAIN) from fault

    def _own_objects(self) -> Path:
        """Return where the repository itself keeps its objects."""
        answer = self._required(self._call("rev-parse", "--git-path", "objects"), "asked where it keeps its objects")
        return (self._root / answer.text).resolve()

    def _said(self, *words: str, feed: bytes, **more: str) -> str:
        return self._required(self._call(*words, feed=feed, more={**self._aside, **more}), "writing the ledger").text

    def _required(self, answer: Answer, doing: str) -> Answer:
        if answer.code:
            raise self.failed(answer, doing)
        return answer

    def _call(self, *words: str, feed: bytes = b"", more: Mapping[str, str] | None = None) -> Answer:
        """Run git in a session of its own: nothing in it can ask at the terminal, and all of it can be ended."""
        try:
            process = subprocess.Popen(  # noqa: S603  no shell
                [*GIT, "-C", str(self._root), "-c", "gc.auto=0", "-c", "core.compression=1", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**self._environment, **(more or {})},
                start_new_session=True,
            )
        except OSError as fault:
            message = f"`ledger: git` needs git, and it cannot be started: {fault.strerror}."
            raise PublishingFailed(message, "Install git, and publish again.") from fault
        with process:
            try:
                output, complaint = process.communicate(feed, self._patience)
            except subprocess.TimeoutExpired:
                return Answer(code=-1, output=b"", complaint=f"it took more than {self._patience:g} seconds")
            finally:
                _end(process)
        return Answer(code=process.returncode, output=output, complaint=_last(complaint))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a call that is still running, with all that it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _last(complaint: bytes) -> str:
    """Return the end of what git said, in which it tells why, as one printable line."""
    lines = complaint.decode(errors="replace").split("\n")
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", " !"))] or lines
    joined = " ".join(" ".join(telling[:4]).split())
    return "".join(character for character in joined if character.isprintable()).rstrip(".")[:300]


def _quoted(path: Path) -> str:
    """Write a path as git reads it in a list of paths."""
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'
