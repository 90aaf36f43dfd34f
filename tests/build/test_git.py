"""What git says of a publication; where it refuses to say anything, nothing is assumed."""

import subprocess
from pathlib import Path

import pytest

from pressroom.build import git
from pressroom.errors import Unreadable

_ME = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a publication below the top of a repository that has no commit yet."""
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def test_what_was_added_is_tracked_and_nothing_else(root: Path) -> None:
    for name in ("kept", "other"):
        (root / name).mkdir()
        (root / name / "file").touch()
    subprocess.run(["git", "-C", root, "add", "kept"], check=True)
    assert git.tracks(root, root / "kept")
    assert not git.tracks(root, root / "other")


def test_before_the_first_commit_there_is_no_date(root: Path) -> None:
    assert git.commit_date(root) is None


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert git.commit_date(tmp_path) is None
    assert not git.tracks(tmp_path, tmp_path / ".cache")


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert git.commit_date(root) is None
    assert not git.tracks(root, root / ".cache")


def test_that_git_refuses_is_told_in_its_words_with_what_to_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to play another user's folder
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    for question in (lambda: git.tracks(root, root / ".cache"), lambda: git.commit_date(root)):
        with pytest.raises(Unreadable, match="detected dubious ownership") as told:
            question()
        assert f"git config --global --add safe.directory {root.parent}" in told.value.hint.splitlines()[-1]


def test_a_damaged_repository_is_told_too(root: Path) -> None:
    (root.parent / ".git" / "index").write_bytes(b"no index")
    with pytest.raises(Unreadable, match=r"git refuses .* index"):
        git.tracks(root, root / ".cache")


def test_what_is_not_committed_is_named(root: Path) -> None:
    assert git.head(root) == ""
    for name in ("content", "themes", "tests"):
        (root / name).mkdir()
        (root / name / "a b.md").write_text("one")
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    subprocess.run(["git", "-C", root, *_ME, "commit", "--quiet", "--message", "one"], check=True)
    assert len(git.head(root)) == 40
    assert git.uncommitted(root) == ()

    (root / "content/a b.md").write_text("two")
    (root / "content/ü.md").write_text("new")
    (root / "tests/a b.md").write_text("no part of what is published")
    assert [Path(path).name for path in git.uncommitted(root)] == ["a b.md", "ü.md"]


def test_what_git_was_told_to_ignore_is_not_committed_either(root: Path) -> None:
    (root / "content").mkdir()
    for name in ("issue.md", ".DS_Store"):
        (root / "content" / name).touch()
    (root.parent / ".git/info/exclude").write_text("issue.md\n.DS_Store\n")
    assert git.uncommitted(root) == ("content/issue.md",)


def test_a_commit_is_before_those_that_follow_on_it_alone(root: Path) -> None:
    commits = []
    for _ in range(2):
        subprocess.run(["git", "-C", root, *_ME, "commit", "--quiet", "--allow-empty", "--message", "one"], check=True)
        commits.append(git.head(root))
    old, new = commits
    assert not git.is_before(root, old)
    assert not git.is_before(root, new)
    subprocess.run(["git", "-C", root, "checkout", "--quiet", old], check=True)
    assert git.is_before(root, new)
    assert not git.is_before(root, old)
    assert not git.is_before(root, "0" * 40)
    assert not git.is_before(root, "files:abc")


def test_a_repository_that_content_brought_along_is_not_asked(root: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", root / "content"], check=True)
    with pytest.raises(Unreadable, match="cannot use bare repository"):
        git.head(root / "content")


def test_git_learns_no_secret_and_runs_no_program_of_the_repository(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "spy").write_text(f"#!/bin/sh\nenv > '{root}/heard'\n")
    (root / "spy").chmod(0o755)
    subprocess.run(["git", "-C", root, "config", "core.fsmonitor", str(root / "spy")], check=True)
    (root / "content").mkdir()
    (root / "content/a.md").touch()
    assert git.uncommitted(root)
    assert not (root / "heard").exists()

    (root / "git").symlink_to(root / "spy")
    monkeypatch.setenv("PATH", f"{root}:/usr/bin:/bin")
    monkeypatch.setenv("PRESSROOM_SMTP_PASSWORD", "hush")
    monkeypatch.setenv("SOME_API_KEY", "hush")
    git.head(root)
    assert "hush" not in (root / "heard").read_text()


def test_outside_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert git.head(tmp_path) == ""
    assert git.uncommitted(tmp_path) == ()
