"""One build at a time, and no lock outlives its process."""

from pathlib import Path

import pytest

from pressroom.build import lock
from pressroom.build.places import Places
from pressroom.errors import Unreadable


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    with lock.hold(places), pytest.raises(Unreadable, match="Another build"), lock.hold(places):
        pass


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    with lock.hold(places):
        pass
    with lock.hold(places):
        assert places.lock.exists()
