"""Changes: what is brought in which order, and how much may vanish."""

from pathlib import Path

import pytest
from tests.publish.deploy.sites import built, newsletter

from pressroom.publish.deploy import changes, shelf


def test_new_pages_come_before_those_that_lead_to_them(tmp_path: Path) -> None:
    old = built(tmp_path / "a", newsletter("2026-10")).files
    new = built(tmp_path / "b", newsletter("2026-10", "2026-11")).files
    pages = [wave.paths for wave in changes.waves(old, new) if wave.group == "pages"]
    assert pages == [("issues/2026-11/index.html",), ("index.html",)]


def test_what_nobody_knows_is_brought_again(tmp_path: Path) -> None:
    files = built(tmp_path / "a", newsletter("2026-10")).files
    assert changes.waves(files, files) == ()
    assert [wave.paths for wave in changes.waves(files, files, ["index.html", "gone"])] == [("index.html",)]


def test_a_file_that_is_sent_in_another_way_is_brought(tmp_path: Path) -> None:
    files = built(tmp_path / "a", {"index.html": "x"}).files
    other = {"index.html": files["index.html"].but(cache="public, no-cache")}
    assert [wave.paths for wave in changes.waves(files, other)] == [("index.html",)]


@pytest.mark.parametrize(
    ("gone", "of", "many"), [(51, 200, True), (50, 200, False), (51, 255, False), (52, 255, True), (500, 500, True)]
)
def test_more_than_fifty_and_a_fifth_is_a_mistake(gone: int, of: int, many: bool) -> None:
    assert changes.are_too_many(gone, of) is many


_NAMES = ("000001-a", "000001-a.json", "000002-b", "000002-b.json", "000003-c", "000003-c.json", "000004-d.new")


@pytest.mark.parametrize(
    ("live", "keep", "going"),
    [
        ("000003-c", 2, {"000001-a", "000001-a.json", "000004-d.new"}),
        ("000001-a", 2, {"000002-b", "000002-b.json", "000004-d.new"}),
        ("000003-c", 5, {"000004-d.new"}),
        ("", 1, {"000001-a", "000001-a.json", "000002-b", "000002-b.json", "000004-d.new"}),
    ],
)
def test_old_releases_go_and_the_live_one_never(live: str, keep: int, going: set[str]) -> None:
    assert set(shelf.superfluous(_NAMES, live, keep)) == going


def test_what_is_not_ours_stays() -> None:
    names = ("20261122130000", "lost+found", "README", "000001-a b", "000002-b.new.json")
    assert shelf.superfluous(names, "", 1) == ("000002-b.new.json",)


def test_the_next_release_counts_on() -> None:
    assert (shelf.following(_NAMES), shelf.following(())) == (4, 1)
