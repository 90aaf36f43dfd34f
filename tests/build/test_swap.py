"""The swap: whenever it is interrupted, a reader finds a whole folder."""

from pathlib import Path

import pytest

from pressroom.build import swap


@pytest.fixture(params=["in one step", "by two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with the system's exchange, and as where there is none."""
    if request.param == "by two renames":
        monkeypatch.setattr(swap, "_exchange", lambda _new, _old: False)
    return str(request.param)


def _folder(path: Path, says: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(says)
    return path


@pytest.mark.usefixtures("either_way")
def test_the_new_folder_takes_the_old_ones_place(tmp_path: Path) -> None:
    new, old = _folder(tmp_path / "build/site", "new"), _folder(tmp_path / "site", "old")
    swap.swap((new, old))
    assert (old / "index.html").read_text() == "new"
    assert not new.exists()


def test_the_first_folder_just_moves_in(tmp_path: Path) -> None:
    new = _folder(tmp_path / "build/next/email", "new")
    swap.swap((new, tmp_path / "build/email"))
    assert (tmp_path / "build/email/index.html").read_text() == "new"


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("first_build", [True, False])
def test_where_one_folder_cannot_move_in_those_before_it_go_back(tmp_path: Path, first_build: bool) -> None:
    new, old = _folder(tmp_path / "next/site", "new"), tmp_path / "site"
    if not first_build:
        _folder(old, "old")
    with pytest.raises(OSError, match="email"):
        swap.swap((new, old), (tmp_path / "next/email", tmp_path / "build/email"))
    assert (new / "index.html").read_text() == "new"
    assert old.exists() != first_build
    assert first_build or (old / "index.html").read_text() == "old"


def test_linux_exchanges_two_folders_in_one_step(tmp_path: Path) -> None:
    new, old = _folder(tmp_path / "new", "new"), _folder(tmp_path / "old", "old")
    assert swap._exchange(new, old)
    assert (new / "index.html").read_text() == "old"
    assert (old / "index.html").read_text() == "new"


def test_other_systems_are_not_asked_for_an_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert not swap._exchange(_folder(tmp_path / "new", "new"), _folder(tmp_path / "old", "old"))


def test_a_library_without_the_call_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda *_args, **_more: object())
    assert not swap._exchange(tmp_path / "new", tmp_path / "old")


def test_recovery_puts_the_old_folder_back_when_the_new_one_did_not_move_in(tmp_path: Path) -> None:
    new = _folder(tmp_path / "next/site", "new")
    _folder(tmp_path / "next/site.aside", "old")
    swap.recover(new, tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_recovery_keeps_the_new_folder_when_it_moved_in(tmp_path: Path) -> None:
    site = _folder(tmp_path / "site", "new")
    aside = _folder(tmp_path / "next/site.aside", "old")
    swap.recover(tmp_path / "next/site", site)
    assert (site / "index.html").read_text() == "new"
    assert not aside.exists()
