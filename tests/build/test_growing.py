"""A build that grows beside the last one: what is as it was is brought along, and nothing else."""

import os
from pathlib import Path

import pytest

from pressroom.build.growing import Growth
from pressroom.build.places import Places
from pressroom.store import Store

_PAGE = "site/issues/index.html"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return a publication whose last build has one page."""
    places = Places(root=tmp_path)
    growth = Growth(places, _store(places))
    growth.put(_PAGE, "first", lambda target: target.write_text("first"))
    (tmp_path / _PAGE).parent.mkdir(parents=True)
    (places.staging / _PAGE).rename(tmp_path / _PAGE)
    growth.keep()
    return places


def _store(places: Places) -> Store:
    return Store(places.cache / "pressroom")


def _grown(places: Places, digest: str) -> str:
    Growth(places, _store(places)).put(_PAGE, digest, lambda target: target.write_text("written"))
    return (places.staging / _PAGE).read_text()


def test_what_is_as_it_was_is_a_link_to_it(places: Places) -> None:
    assert _grown(places, "first") == "first"
    assert (places.staging / _PAGE).samefile(places.root / _PAGE)


def test_where_the_disk_has_no_links_it_is_a_copy(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert _grown(places, "first") == "first"


def test_what_is_another_is_written_and_the_last_stays_as_it_is(places: Places) -> None:
    assert _grown(places, "second") == "written"
    assert (places.root / _PAGE).read_text() == "first"


@pytest.mark.parametrize("text", ["somebody else's", "FIRST"])
def test_what_somebody_has_touched_is_written_again(places: Places, text: str) -> None:
    (places.root / _PAGE).write_text(text)
    os.utime(places.root / _PAGE, (1, 1))
    assert _grown(places, "first") == "written"


def test_what_is_gone_is_written_again(places: Places) -> None:
    (places.root / _PAGE).unlink()
    assert _grown(places, "first") == "written"
