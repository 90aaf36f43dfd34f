"""What git says of a publication, where there is git."""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pressroom.build.children import GIT, without_any
from pressroom.errors import Unreadable, UsageWrong
from pressroom.model.roots import ROOTS

_PUBLISHED = (*ROOTS, "themes", "mkdocs.yml")
"""What the site and the messages are made of."""

_TEXTS = (".md", ".yml", ".html", ".css")
"""How the names of texts end, in content and in themes."""

_NOTHING_TO_TELL = ("not a git repository", "does not have any commits yet", "Needed a single revision")
"""What git says, in English, where there is nothing that it could know."""

_NAME: Final = re.compile(r"[^\x00-\x20\x7f:^-][^\x00-\x20\x7f:]*")
"""What a branch, a tag or a commit may be written like: never like one of git's options, and never with a path."""

_LARGEST_TEXT: Final = 1_000_000
"""Bytes of a text of the past, at most, that is looked at."""

_FILE: Final = ("100644", "100755")
"""The modes of plain files: a link is never followed, in the past neither."""


def commit_date(root: Path) -> datetime | None:
    """Return when the content last changed on the branch, by a commit or a merge; None where that is not known.

    Raises:
        Unreadable: git refuses to say it.

    """
    seconds = _ask(root, "log", "-1", "--first-parent", "--format=%ct", "--", *ROOTS)
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None


def tracks(root: Path, path: Path) -> bool:
    """Tell whether a file, or anything in a folder, has been committed or is about to be.

    Raises:
        Unreadable: git refuses to say it.

    """
    return bool(_ask(root, "ls-files", "--", str(path)))


def head(root: Path) -> str:
    """Return the commit that is checked out; nothing where there is none.

    Raises:
        Unreadable: git refuses to say it.

    """
    return _ask(root, "rev-parse", "--verify", "HEAD")


def uncommitted(root: Path) -> tuple[str, ...]:
    """Return what of the content, the themes and mkdocs.yml is not as it was committed, as paths.

    What git was told to ignore is not committed either, and would be published all the same.

    Raises:
        Unreadable: git refuses to say it.

    """
    told = _ask(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *_PUBLISHED)
    words = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard")
    ignored = _ask(root, *words, "--", *_PUBLISHED).split("\0")
    return (*(line[3:] for line in told.split("\0") if line[3:]), *filter(_is_read, ignored))


def is_before(root: Path, later: str) -> bool:
    """Tell whether another commit follows on what is checked out; not so where git does not know that commit."""
    known = _run(root, "merge-base", "--is-ancestor", "HEAD", f"{later}^{{commit}}") if later != head(root) else None
    return known is not None and known.returncode == 0


def fork(root: Path, name: str) -> str:
    """Return the commit at which what is checked out left a branch, which may be told by a tag or a commit as well.

    That is what a pull request is compared with: what has changed on the branch since is not its doing.

    Raises:
        UsageWrong: git knows none of this name. Nothing is fetched.
        Unreadable: git refuses to say it.

    """
    known = _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") if _NAME.fullmatch(name) else None
    if known is None or known.returncode:
        if known and known.stderr:
            raise _refused(root, known.stderr)
        hint = "Name a branch, a tag or a commit; one of another copy has to be fetched before: git fetch origin"
        raise UsageWrong(f"git knows no {name} here.", hint)
    commit = known.stdout.strip()
    shared = _run(root, "merge-base", commit, "HEAD")
    return shared.stdout.split()[0] if shared and shared.stdout else commit


def touched(root: Path, since: str, folders: Iterable[str]) -> Mapping[str, str]:
    """Return which files below some folders are not as they were at a commit: `A` is new, `D` gone, else `M`.

    Raises:
        Unreadable: git refuses to say it.

    """
    below = tuple(folders)
    words = ("diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--relative", since, "--", *below)
    told = [part for part in _ask(root, *words).split("\0") if part]
    new = _ask(root, "ls-files", "-z", "--others", "--exclude-standard", "--", *below).split("\0")
    changed = {path: status if status in "AD" else "M" for status, path in zip(told[::2], told[1::2], strict=True)}
    return changed | {path: "A" for path in new if path}


def texts_at(root: Path, commit: str, folder: str) -> Mapping[str, str]:
    """Return the texts of a folder as they were at a commit, by their paths; of plain Markdown files alone.

    Raises:
        Unreadable: git refuses to say it.

    """
    told = _ask(root, "ls-tree", "-r", "-z", "--long", commit, "--", f"{folder}/").split("\0")
    entries = [(*entry.split("\t", 1)[0].split(), entry.split("\t", 1)[1]) for entry in told if entry]
    paths = [
        path for mode, _, _, size, path in entries if mode in _FILE and size.isdecimal() and _is_text(path, int(size))
    ]
    return {path: _ask(root, "show", f"{commit}:./{path}") + "\n" for path in paths}


def _is_text(path: str, size: int) -> bool:
    """Tell whether a file of the past is looked at; what a tree names may be made up, such as a way out of it."""
    return path.endswith(".md") and size <= _LARGEST_TEXT and ".." not in path.split("/")


def _is_read(path: str) -> bool:
    """Tell whether a file is a text that is read; sound may be kept out of git on purpose, and hidden files are not."""
    return path.endswith(_TEXTS) and not any(part.startswith(".") for part in path.split("/"))


def _ask(root: Path, *words: str) -> str:
    """Return git's answer; nothing where there is no git, no repository, or no commit yet."""
    answer = _run(root, *words)
    if answer is None:
        return ""
    if answer.returncode and not any(words in answer.stderr for words in _NOTHING_TO_TELL):
        raise _refused(root, answer.stderr)
    return "" if answer.returncode else answer.stdout.strip("\n")


def _run(root: Path, *words: str) -> "subprocess.CompletedProcess[str] | None":
    """Run git; None where there is none."""
    try:
        return subprocess.run(  # noqa: S603  no shell
            [*GIT, "--literal-pathspecs", "-C", str(root), *words],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={**without_any(os.environ), "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError:
        return None


def _refused(root: Path, complaint: str) -> Unreadable:
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return Unreadable(
        f"git refuses to say what of this publication is committed: {' '.join(complaint.split())}",
        "Mend what it names. A folder of another user, as in a CI container, git trusts after this, "
        f"if you do: git config --global --add safe.directory {top}",
    )
