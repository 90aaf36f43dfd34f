"""A secret is compared and used, and never written out."""

import pickle

import pytest

from pressroom.model.secret import Secret

KEY = Secret(b"behind the radiator")


@pytest.mark.parametrize("written", [repr(KEY), str(KEY), f"{KEY}", f"{KEY!r}", f"{[KEY]}", repr({"key": KEY})])
def test_it_is_never_written_out(written: str) -> None:
    assert "radiator" not in written
    assert "****" in written


def test_who_asks_for_it_has_it() -> None:
    assert KEY.reveal() == b"behind the radiator"
    assert pickle.loads(pickle.dumps(KEY)) == KEY  # noqa: S301  it was pickled here


def test_it_is_compared_by_what_it_is() -> None:
    assert len({KEY, Secret(b"behind the radiator"), Secret(b"under the mat")}) == 2
    assert KEY != b"behind the radiator"
