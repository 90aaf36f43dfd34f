"""A publication begins in an empty folder, and in no other."""

from datetime import date
from pathlib import Path

import pytest

from pressroom.desk import init
from pressroom.desk.scaffolds.publication import Wishes
from pressroom.errors import Unreadable, Unwritable, UsageWrong

_WISHES = Wishes(
    name="The Bench", organization="x", base_url="https://x.example", languages=("en",), timezone="UTC", show=True
)
_DAY = date(2026, 12, 3)


def test_it_is_written_where_nothing_is(tmp_path: Path) -> None:
    folder = tmp_path / "deep/bench"
    made = init.begin(folder, _WISHES, today=_DAY)
    assert folder / "content/issues/2026-12/issue.md" in made
    assert {path for path in folder.rglob("*") if path.is_file()} == set(made)


def test_a_repository_that_was_just_made_may_have_its_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("mine")
    assert init.begin(tmp_path, _WISHES)
    assert (tmp_path / ".git/config").read_text() == "mine"


def test_nothing_is_written_where_something_is(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_text(name)
    with pytest.raises(UsageWrong, match=r"is not empty: a, b, c … is in it") as refused:
        init.begin(tmp_path, _WISHES)
    assert "name a folder that is not there yet" in refused.value.hint
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c", "d"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "bench").write_text("mine")
    with pytest.raises(UsageWrong, match="is a file"):
        init.begin(tmp_path / "bench", _WISHES)


def test_a_folder_that_cannot_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.listdir", refuse)
    with pytest.raises(Unreadable, match="Permission denied"):
        init.begin(tmp_path, _WISHES)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Unwritable, match="Read-only file system"):
        init.begin(tmp_path / "bench", _WISHES)
