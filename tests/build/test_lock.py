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
