"""What git says of a publication, where there is git."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from pressroom.build.children import GIT, without_any
from pressroom.errors import Unreadable
from pressroom.model.roots import ROOTS

_PUBLISHED = (*ROOTS, "themes", "mkdocs.yml")
"""What the site and the messages are made of."""

_TEXTS = (".md", ".yml", ".html", ".css")
"""How the names of texts end, in content and in themes."""

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
