"""One build at a time, and no lock outlives its process."""

from pathlib import Path

import pytest

from pressroom.build import lock
from pressroom.build.places import Places
from pressroom.errors import Unwritable


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    with lock.hold(places), pytest.raises(Unwritable, match="Another build"), lock.hold(places):
        pass


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    with lock.hold(places):
        pass
    with lock.hold(places):
        assert places.lock.exists()


def test_what_the_work_itself_waits_for_is_not_taken_for_another_build(tmp_path: Path) -> None:
    with pytest.raises(BlockingIOError), lock.hold(Places(root=tmp_path)):
        raise BlockingIOError


def test_a_lock_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / ".pressroom").touch()
    with pytest.raises(FileExistsError), lock.hold(Places(root=tmp_path)):
        pass


def test_the_turn_tells_whether_anybody_held_it_meanwhile(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    before = lock.glance(places)
    with lock.hold(places) as turn:
        assert turn == before
        assert lock.glance(places) is None
    between = lock.glance(places)
    assert between not in {before, None}
    with lock.hold(places) as turn:
        assert turn == between


def test_whoever_was_killed_leaves_no_turn_and_the_next_one_has_it_again(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    with lock.hold(places):
        killed = places.lock.read_text()
    places.lock.write_text(killed)
    assert lock.glance(places) is None
    with lock.hold(places) as turn:
        assert turn is None
        assert lock.glance(places) is None
    assert lock.glance(places) is not None


def test_a_lock_that_an_older_version_left_is_one_that_nobody_has_held(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    places.lock.parent.mkdir()
    places.lock.write_text("")
    assert lock.glance(places) == 0
