"""What git says of a publication, where there is git."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from pressroom.errors import Unreadable
from pressroom.load.tree import ROOTS

_PUBLISHED = (*ROOTS, "themes", "mkdocs.yml")
"""What the site and the messages are made of."""

_NOTHING_TO_TELL = ("not a git repository", "does not have any commits yet", "Needed a single revision")
"""What git says, in English, where there is nothing that it could know."""


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
    """Return what of the content, the themes and mkdocs.yml is not as it was committed, as paths from the root.

    Raises:
        Unreadable: git refuses to say it.

    """
    told = _ask(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *_PUBLISHED)
    return tuple(line[3:] for line in told.split("\0") if line[3:])


def _ask(root: Path, *words: str) -> str:
    """Return git's answer; nothing where there is no git, no repository, or no commit yet."""
    try:
        answer = subprocess.run(  # noqa: S603  no shell
            ["git", "-C", str(root), *words],  # noqa: S607  git is whichever git the user has
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except OSError:
        return ""
    if answer.returncode and not any(words in answer.stderr for words in _NOTHING_TO_TELL):
        raise _refused(root, answer.stderr)
    return "" if answer.returncode else answer.stdout.strip("\n")


def _refused(root: Path, complaint: str) -> Unreadable:
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return Unreadable(
        f"git refuses to say what of this publication is committed: {' '.join(complaint.split())}",
        "Mend what it names. A folder of another user, as in a CI container, git trusts after this, "
        f"if you do: git config --global --add safe.directory {top}",
    )
