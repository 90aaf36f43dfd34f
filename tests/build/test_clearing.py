"""Clearing: out of the way at once, removed beside the next build."""

import errno
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from pressroom.build import clearing
from pressroom.build.clearing import cleared, sweep
from pressroom.build.lock import writing
from pressroom.build.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    for name in (".cache/pressroom/pages/entry", "build/.next/site/index.html", "build/mkdocs/index.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x")
    for name in ("build/email", "build/hosting", "build/private", ".pressroom"):
        (tmp_path / name).mkdir()
    return Places(root=tmp_path)


def _there(places: Places) -> set[str]:
    return {path.name for path in (*places.root.iterdir(), *places.build.iterdir())}


LEFT = {"build", ".pressroom", "email", "hosting", "private"}


def test_what_was_kept_is_away_within_and_gone_behind(places: Places) -> None:
    with cleared(places):
        assert {name for name in _there(places) if not name.startswith(".gone-")} == LEFT
    assert _there(places) == LEFT


def test_it_is_gone_where_the_build_fails_too(places: Places) -> None:
    with pytest.raises(KeyError), cleared(places):
        raise KeyError
    assert _there(places) == LEFT


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_on_a_full_disk_it_is_removed_first(places: Places, monkeypatch: pytest.MonkeyPatch, number: int) -> None:

    def full(*, dir: Path, prefix: str) -> str:  # noqa: A002  the name that mkdtemp gives it
        if places.cache.exists():
            raise OSError(number, "No space left on device", str(places.build))
        return mkdtemp(dir=dir, prefix=prefix)

    monkeypatch.setattr(clearing, "mkdtemp", full)
    with cleared(places):
        assert not places.cache.exists()
    assert _there(places) == LEFT


def test_what_one_that_was_killed_left_is_swept(places: Places) -> None:
    left = places.build / ".gone-abc/0/entry"
    left.parent.mkdir(parents=True)
    left.write_text("x")
    sweep(places)
    assert _there(places) == {*LEFT, ".cache", ".next", "mkdocs"}


def test_whoever_removes_does_not_hold_the_lock(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_gone: Path, _done: Callable[[], None]) -> None:
        time.sleep(2)

    monkeypatch.setattr(clearing, "_remove", slow)
    monkeypatch.setattr("pressroom.crew._hands", lambda: 2)
    with cleared(places), writing(places):
        pass
