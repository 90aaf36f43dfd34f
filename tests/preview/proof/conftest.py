"""A publication whose pull request changes its newest issue, in a repository of its own."""

import subprocess
from pathlib import Path

import pytest
from tests.bench.archive import write_archive

from pressroom.build.places import Places

_ME = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")


def git(root: Path, *words: str) -> None:
    """Call git in a folder."""
    subprocess.run(["git", "-C", root, *_ME, *words], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Two issues with two stories and an episode each, committed as `base`."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "news"
    write_archive(root, issues=2, stories=2)
    (root / ".gitignore").write_text("/.cache/\n/build/\n/.pressroom/\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "one")
    git(root, "tag", "base")
    return Places(root=root)
