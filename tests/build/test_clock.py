"""What time a build thinks it is."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.builders import page, publication

from pressroom.build.clock import now
from pressroom.errors import Unreadable

_PUBLICATION = publication(pages=(page(updated=datetime(2026, 5, 4, tzinfo=UTC)),))


@pytest.fixture(autouse=True)
def _nothing_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def _git(root: Path, *words: str) -> None:
    who = ["-c", "user.name=Ines", "-c", "user.email=ines@example.com"]
    subprocess.run(["git", "-C", root, *who, *words], check=True)


def _commit(root: Path, monkeypatch: pytest.MonkeyPatch, name: str, moment: str) -> None:
    """Commit a file that says when."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(moment)
    monkeypatch.setenv("GIT_COMMITTER_DATE", moment)
    _git(root, "add", ".")
    _git(root, "commit", "-q", "-m", name)


def test_what_the_environment_says_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert now(tmp_path, _PUBLICATION) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("nonsense", ["yesterday", "1e9", "9" * 30])
def test_an_environment_that_says_nonsense_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    with pytest.raises(Unreadable, match="SOURCE_DATE_EPOCH"):
        now(tmp_path, _PUBLICATION)


def test_then_the_commits_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path, monkeypatch, "content/publication.yml", "2026-11-19T08:00:00+01:00")
    assert now(tmp_path, _PUBLICATION) == datetime(2026, 11, 19, 7, tzinfo=UTC)


def test_which_is_that_of_the_merge_that_brought_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path, monkeypatch, "content/publication.yml", "2026-11-01T08:00:00Z")
    _git(tmp_path, "checkout", "-q", "-b", "next-issue")
    _commit(tmp_path, monkeypatch, "content/issues/2026-12/issue.md", "2026-11-10T08:00:00Z")
    _git(tmp_path, "checkout", "-q", "main")
    _commit(tmp_path, monkeypatch, "notes.md", "2026-11-15T08:00:00Z")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-12-01T09:00:00Z")
    _git(tmp_path, "merge", "-q", "--no-ff", "-m", "The December issue", "next-issue")
    _commit(tmp_path, monkeypatch, "notes.md", "2026-12-24T08:00:00Z")
    assert now(tmp_path, _PUBLICATION) == datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_then_the_newest_date_in_content(tmp_path: Path) -> None:
    assert now(tmp_path, _PUBLICATION) == datetime(2026, 5, 4, tzinfo=UTC)


def test_a_machine_without_git_takes_that_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert now(tmp_path, _PUBLICATION) == datetime(2026, 5, 4, tzinfo=UTC)


def test_nothing_at_all_is_1970(tmp_path: Path) -> None:
    empty = _PUBLICATION.but(pages=())
    assert now(tmp_path, empty) == datetime(1970, 1, 1, tzinfo=UTC)
