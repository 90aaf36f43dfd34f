"""What git says of a publication, where there is git."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path


def commit_date(root: Path) -> datetime | None:
    """Return when the content was last committed; None where that is not known."""
    seconds = _ask(root, "log", "-1", "--format=%ct", "--", "content", "podcast")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None


def tracks(root: Path, path: Path) -> bool:
    """Tell whether a file, or anything in a folder, has been committed or is about to be."""
    return bool(_ask(root, "ls-files", "--", str(path)))


def _ask(root: Path, *words: str) -> str:
    try:
        answer = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)  # noqa: S603, S607  no shell, and git is whichever git the user has
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
