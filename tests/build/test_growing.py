"""A build that grows in the tree of the last but one: what is as it was stays or is brought along, and nothing else."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from pressroom.build import swap
from pressroom.build.growing import Growth
from pressroom.build.places import Places
from pressroom.build.records import Records
from pressroom.build.surveying import survey
from pressroom.store import Store

PAGE, OTHER = "site/issues/index.html", "site/about/index.html"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(root=tmp_path)


def records(places: Places) -> Records:
    return Records(places, Store(places.cache / "pressroom"))


def begin(places: Places) -> Growth:
    known = records(places)
    return Growth(known, survey(places, known))


def build(places: Places, texts: Mapping[str, str]) -> list[str]:
    """Build a site of some files, whose digests are their texts; return those that had to be written."""
    growth, written = begin(places), []
    for path, text in texts.items():

        def write(target: Path, path: str = path, text: str = text) -> None:
            written.append(path)
            target.write_text(text)

        growth.put(path, text, write)
    growth.prune()
    swap.trade((places.staging / "site", places.site))
    growth.keep()
    assert _files(places.site) == {path.removeprefix("site/"): text for path, text in texts.items()}
    return written


def _files(folder: Path) -> dict[str, str]:
    assert not [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_what_is_as_it_was_is_written_once(places: Places) -> None:
    assert build(places, {PAGE: "first", OTHER: "about"}) == [PAGE, OTHER]
    before = (places.root / PAGE).stat().st_ino
    for _ in range(3):
        assert build(places, {PAGE: "first", OTHER: "about"}) == []
        assert (places.root / PAGE).stat().st_ino == before


def test_what_is_another_is_written_and_the_last_stays_as_it_is(places: Places) -> None:
    build(places, {PAGE: "first", OTHER: "about"})
    with (places.root / PAGE).open() as last:
        assert build(places, {PAGE: "second", OTHER: "about"}) == [PAGE]
        assert last.read() == "first"
    assert build(places, {PAGE: "second", OTHER: "about"}) == []


def test_what_was_so_in_the_last_build_but_one_is_there_already(places: Places) -> None:
    build(places, {PAGE: "first"})
    build(places, {PAGE: "second"})
    assert build(places, {PAGE: "first"}) == []


def test_what_is_no_more_goes_with_its_folder(places: Places) -> None:
    build(places, {PAGE: "first", OTHER: "about"})
    build(places, {PAGE: "first", OTHER: "about"})
    assert build(places, {OTHER: "about"}) == []
    assert build(places, {OTHER: "about"}) == []


def test_a_file_becomes_a_folder_and_a_folder_a_file(places: Places) -> None:
    file, folder = {"site/a": "file", OTHER: "about"}, {"site/a/b/c": "deep", "site/a/b/d": "too", OTHER: "about"}
    for texts in (file, file, folder, folder, file, folder):
        build(places, texts)


def test_where_the_disk_has_no_links_it_is_a_copy(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    for _ in range(3):
        build(places, {PAGE: "first"})
    assert build(places, {PAGE: "first"}) == []


@pytest.mark.parametrize("text", ["somebody else's", "FIRST"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_somebody_has_touched_is_written_again(places: Places, text: str, times: int) -> None:
    for _ in range(times):
        build(places, {PAGE: "first"})
    (places.root / PAGE).write_text(text)
    os.utime(places.root / PAGE, (1, 1))
    assert build(places, {PAGE: "first"}) == [PAGE]
    assert build(places, {PAGE: "first"}) == []


def test_what_is_gone_is_written_again(places: Places) -> None:
    build(places, {PAGE: "first"})
    (places.root / PAGE).unlink()
    assert build(places, {PAGE: "first"}) == [PAGE]


def test_what_somebody_put_beside_it_does_not_come_back(places: Places) -> None:
    build(places, {PAGE: "first"})
    (places.site / "notes").mkdir()
    (places.site / "notes" / "mine.txt").write_text("mine")
    for _ in range(3):
        build(places, {PAGE: "first"})


def test_nothing_is_written_through_a_link_that_somebody_put_there(places: Places, tmp_path: Path) -> None:
    build(places, {PAGE: "first"})
    build(places, {PAGE: "first"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (places.staging / PAGE).unlink()
    (places.staging / "site" / "issues").rmdir()
    (places.staging / "site" / "issues").symlink_to(outside)
    build(places, {PAGE: "second"})
    assert not list(outside.iterdir())


def test_what_a_killed_build_left_is_no_danger(places: Places) -> None:
    build(places, {PAGE: "first", OTHER: "about"})
    build(places, {PAGE: "first", OTHER: "about"})
    begin(places).put(PAGE, "half", lambda target: target.write_text("hal"))
    assert build(places, {PAGE: "half", OTHER: "about"}) == [PAGE]


def test_what_the_last_build_has_is_known_before_the_next_begins(places: Places) -> None:
    build(places, {PAGE: "first"})
    assert records(places).has_all({PAGE: "first"})
    assert not records(places).has(PAGE, "second")
    growth = begin(places)
    assert growth.has_all({PAGE: "first"})
    assert not growth.has_all({PAGE: "first", OTHER: "about"})
