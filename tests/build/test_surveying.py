"""What stands in the growing tree is seen beforehand, and counts only where nobody has built since."""

import os
import shutil
from pathlib import Path

import pytest

from pressroom.build import lock, surveying
from pressroom.build.places import Places
from pressroom.build.records import Records
from pressroom.store import FOLDER, Store

PAGE, OTHER = "site/issues/index.html", "site/about/index.html"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places(root=tmp_path)
    for path in (PAGE, OTHER):
        _write(places, path)
    with lock.hold(places):
        _records(places).keep({path: (path, _facts(places, path)) for path in (PAGE, OTHER)}, {})
    return places


def _write(places: Places, path: str) -> None:
    (places.staging / path).parent.mkdir(parents=True, exist_ok=True)
    (places.staging / path).write_text(path)


def _facts(places: Places, path: str) -> str:
    facts = (places.staging / path).lstat()
    return f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ino}"


def _records(places: Places) -> Records:
    return Records(places, Store(places.root / FOLDER))


def test_where_nobody_has_touched_anything_nothing_differs(places: Places) -> None:
    seen = surveying.begin(places.root)()
    assert (seen.turn, seen.mark) == (lock.glance(places), _records(places).mark)
    assert (seen.missing, seen.strange) == (frozenset(), {})
    assert set(seen.folders) == {"site", "site/issues", "site/about"}
    assert seen.still_holds(places)
    assert seen.standing(_records(places)) == {path: _facts(places, path) for path in (PAGE, OTHER)}


def test_what_is_gone_or_came_or_was_touched_stands_as_it_is_now(places: Places) -> None:
    new = "site/new.html"
    (places.staging / PAGE).unlink()
    (places.staging / OTHER).write_text("somebody else's")
    _write(places, new)
    seen = surveying.begin(places.root)()
    assert seen.missing == {PAGE}
    assert seen.standing(_records(places)) == {path: _facts(places, path) for path in (OTHER, new)}


def test_a_link_to_a_folder_is_not_entered(places: Places) -> None:
    (places.staging / "site" / "elsewhere").symlink_to(places.root)
    assert set(surveying.begin(places.root)().strange) == {"site/elsewhere"}


def test_while_somebody_builds_or_was_killed_nothing_is_seen(places: Places) -> None:
    with lock.hold(places):
        assert surveying.begin(places.root)().turn is None
    places.lock.write_text("1")
    assert surveying.begin(places.root)().turn is None


def test_it_no_longer_holds_where_anything_came_or_went(places: Places) -> None:
    seen = surveying.begin(places.root)()
    (places.staging / PAGE).unlink()
    assert not seen.still_holds(places)
    seen = surveying.begin(places.root)()
    shutil.rmtree(places.staging)
    assert not seen.still_holds(places)


def test_where_it_goes_wrong_nothing_is_seen(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish(*_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(os, "scandir", vanish)
    assert surveying.begin(places.root)().turn is None
