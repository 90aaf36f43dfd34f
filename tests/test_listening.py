"""Listening: what is said is heard meanwhile, and nobody waits for who says nothing any more."""

import threading

import pytest

from pressroom.listening import listening


def test_what_was_heard_is_awaited() -> None:
    with listening(lambda: "heard", lambda: None) as wait:
        assert wait() == "heard"
        assert wait() == "heard"


def test_what_goes_wrong_is_raised_where_it_is_awaited() -> None:
    def fail() -> None:
        raise ValueError("nothing was said")

    with listening(fail, lambda: None) as wait, pytest.raises(ValueError, match="nothing was said"):
        wait()


def test_a_block_that_ends_early_silences_what_is_heard() -> None:
    silenced, before = threading.Event(), threading.active_count()
    with pytest.raises(KeyError), listening(silenced.wait, silenced.set):
        raise KeyError
    assert silenced.is_set()
    assert threading.active_count() == before
