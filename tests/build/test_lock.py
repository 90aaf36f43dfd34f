"""One build at a time, and no lock outlives its process."""

import os
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


@pytest.fixture
def held(tmp_path: Path) -> Places:
    """Return a publication whose lock was held before."""
    places = Places(root=tmp_path)
    with lock.hold(places):
        pass
    return places


def test_the_turn_tells_whether_anybody_held_it_meanwhile(held: Places) -> None:
    before = lock.glance(held)
    with lock.hold(held) as turn:
        assert turn == before is not None
        assert lock.glance(held) is None
    between = lock.glance(held)
    assert between not in {before, None}
    with lock.hold(held) as turn:
        assert turn == between


def test_a_turn_may_become_longer(held: Places) -> None:
    held.lock.write_text("8")
    with lock.hold(held):
        assert held.lock.read_text() == "9"
    assert lock.glance(held) == 10


def test_whoever_holds_it_leaves_it_odd_until_the_end(held: Places) -> None:
    with lock.hold(held):
        assert int(held.lock.read_text()) % 2
    assert not int(held.lock.read_text()) % 2


_KILLED = b"7"


@pytest.mark.parametrize(
    "text", [_KILLED, b"", b"4\n", b"0000000", b"hello", b"-2", b"\xff\xfe", b"2" * 5_000, "\u0664".encode()]
)
def test_who_was_killed_or_garbled_it_leaves_no_turn_and_the_next_one_has_it_again(held: Places, text: bytes) -> None:
    held.lock.write_bytes(text)
    assert lock.glance(held) is None
    with lock.hold(held) as turn:
        assert turn is None
        assert lock.glance(held) is None
    assert lock.glance(held) is not None


def test_where_no_turn_can_be_written_none_is_given(held: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_FLAGS", os.O_RDONLY)
    with lock.hold(held) as turn:
        assert turn is None


def test_a_lock_that_is_no_plain_file_says_so(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    places.lock.parent.mkdir()
    os.mkfifo(places.lock)
    with pytest.raises(Unwritable, match="it is no plain file"), lock.writing(places):
        pass
