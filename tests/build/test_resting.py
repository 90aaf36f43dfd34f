"""Folders at rest: known by what the system says of them, and believed only where the disk's clock lets them be."""

import os
import random
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from pressroom.build import resting, surveying, swap
from pressroom.build.growing import Growth
from pressroom.build.places import Places
from pressroom.build.records import Records
from pressroom.build.resting import Layout, at_rest, trace_of
from pressroom.build.surveying import Survey, survey
from pressroom.store import Store

_REST = 0.05
"""Seconds after which a folder is at rest on any disk that tells parts of a millisecond apart."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(root=tmp_path)


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what will hold the folders of the growing tree that are listed."""
    paths, usual = list[str](), surveying._Seen._list

    def listing(self: surveying._Seen, folder: str) -> object:
        paths.append(folder)
        return usual(self, folder)

    monkeypatch.setattr(surveying._Seen, "_list", listing)
    return paths


def _records(places: Places) -> Records:
    return Records(places, Store(places.cache / "pressroom"))


def _build(places: Places, texts: Mapping[str, str]) -> Survey:
    """Build a site of some files, whose digests are their texts; return what was seen of the growing tree before."""
    records = _records(places)
    is_first = records.is_empty
    seen = survey(places, records)
    growth = Growth(records, seen)
    for path, text in texts.items():
        growth.put(path, text, lambda target, text=text: target.write_text(text))  # type: ignore[misc] # the loop's value
    growth.prune()
    swap.trade((places.staging / "site", places.site))
    growth.keep()
    if is_first:
        with growth.sown():
            pass
    assert _files(places.site) == {path.removeprefix("site/"): text for path, text in texts.items()}
    time.sleep(_REST)
    return seen


def _files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


TEXTS = {"site/a/one": "1", "site/a/two": "2", "site/b/c/three": "3", "site/four": "4"}


def test_the_trace_of_a_folder_changes_with_what_comes_and_goes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    traces = [trace_of(str(tmp_path))]
    for change in (file.touch, lambda: file.write_text("more"), file.unlink):
        time.sleep(_REST)
        change()
        os.utime(tmp_path, (1, 1))
        time.sleep(_REST)
        os.utime(tmp_path, (1, 1))
        traces.append(trace_of(str(tmp_path)))
    assert len(set(traces)) == len(traces)


def test_nothing_but_a_folder_has_a_trace(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    assert [trace_of(f"{tmp_path}/{name}") for name in ("file", "link", "none")] == [None] * 3


@pytest.mark.parametrize(
    ("changed", "when", "is_believed"),
    [
        (1_000_000_123, 1_030_000_000, True),
        (1_000_000_123, 1_010_000_000, False),
        (1_000_000_000, 1_030_000_000, False),
        (1_000_000_000, 3_100_000_000, True),
        (5_000_000_123, 1_000_000_000, False),
    ],
    ids=["fine and at rest", "fine and fresh", "coarse and fresh", "coarse and at rest", "from a time that is to come"],
)
def test_a_folder_is_believed_once_its_disks_clock_has_ticked(changed: int, when: int, *, is_believed: bool) -> None:
    assert bool(at_rest({"site": (changed, 7)}, when)) == is_believed


def test_what_lies_in_a_folder_is_known_from_all_paths() -> None:
    layout = Layout(["site/a/b/one", "site/two", "build/email/three"])
    assert (layout.files["site/a/b"], layout.files["site"]) == (["site/a/b/one"], ["site/two"])
    assert (layout.folders["site"], layout.folders["site/a"]) == (["site/a"], ["site/a/b"])
    assert layout.names_in("site") == {"a", "two"}
    assert layout.all_folders() == {"site", "site/a", "site/a/b", "build", "build/email"}


def test_a_folder_at_rest_is_not_listed_again(places: Places, listed: list[str]) -> None:
    for text in ("5", "6", "7"):  # each of the two trees was seen at rest now
        _build(places, {**TEXTS, "site/b/c/three": text})
    for text in ("8", "9"):
        listed.clear()
        _build(places, {**TEXTS, "site/b/c/three": text})
        assert "site/b/c" in listed
        assert "site/a" not in listed


def test_the_first_build_knows_both_of_its_trees(
    places: Places, listed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resting, "_TICK", -1_000_000_000)  # all that it makes is at rest
    _build(places, TEXTS)
    listed.clear()
    for text in ("5", "6"):
        _build(places, {**TEXTS, "site/b/c/three": text})
        assert set(listed) <= {"site"}  # which has changed places, and was given another name for that


def test_a_folder_in_which_anything_came_or_went_is_listed(places: Places, listed: list[str]) -> None:
    _build(places, TEXTS)
    _build(places, TEXTS)
    (places.staging / "site" / "a" / "stray").touch()
    (places.staging / "site" / "b" / "c" / "three").unlink()
    listed.clear()
    seen = _build(places, TEXTS)
    assert {"site/a", "site/b/c"} <= set(listed)
    assert (set(seen.strange), set(seen.missing)) == ({"site/a/stray"}, {"site/b/c/three"})


def test_a_file_that_was_touched_in_a_folder_at_rest_is_seen(places: Places) -> None:
    _build(places, TEXTS)
    _build(places, TEXTS)
    (places.staging / "site" / "a" / "one").write_text("somebody else's")
    assert set(_build(places, TEXTS).strange) == {"site/a/one"}


def test_what_came_to_a_first_build_while_it_was_made_does_not_stay(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resting, "_TICK", -1_000_000_000)  # all of it is at rest at once
    usual = Growth._link_all

    def link_all(growth: Growth) -> None:
        usual(growth)
        for tree in (places.root, places.staging):
            (tree / "site" / "a" / "stray").touch()

    monkeypatch.setattr(Growth, "_link_all", link_all)
    with pytest.raises(AssertionError):  # it is published until the next build
        _build(places, TEXTS)
    for text in ("5", "6", "7"):
        _build(places, {**TEXTS, "site/b/c/three": text})


def test_what_came_to_a_folder_that_is_to_go_goes_with_it(places: Places) -> None:
    for _ in range(3):
        _build(places, TEXTS)
    records = _records(places)
    growth = Growth(records, survey(places, records))
    stray = places.staging / "site" / "b" / "c" / "stray"
    stray.touch()
    growth.put("site/four", "4", lambda target: target.write_text("4"))
    growth.prune()
    assert _files(places.staging / "site") == {"four": "4"}
    assert [path.name for path in (places.staging / "site").iterdir()] == ["four"]


def _tamper(chance: random.Random, tree: Path) -> None:
    """Do to a tree what somebody might."""
    folders = [path for path in (tree, *sorted(tree.rglob("*"))) if path.is_dir() and not path.is_symlink()]
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    folder = chance.choice(folders)
    match chance.choice(["stray", "gone", "replaced", "linked", "nested", "nothing"]):
        case "stray":
            (folder / f"stray-{chance.random()}").write_text("stray")
        case "nested":
            (folder / f"nest-{chance.random()}" / "deep").mkdir(parents=True)
        case "gone" if files:
            chance.choice(files).unlink()
        case "replaced" if files:
            file = chance.choice(files)
            file.unlink()
            file.write_text("somebody else's")
        case "linked" if folder != tree:
            shutil.rmtree(folder)
            folder.symlink_to(tree.parent.parent)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_built_and_touched_what_is_seen_is_what_a_listing_finds(places: Places, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  the same each time, nothing secret
    names = ["site/a", "site/a/b", "site/a/b/c", "site/d", "site/d/e", "site/f", "site/g/h/i", "site/g/h/j"]
    for _ in range(20):
        chosen = chance.sample(names, chance.randint(2, 6))
        fits = [one for one in chosen if not any(other.startswith(f"{one}/") for other in chosen)]
        _build(places, {one: chance.choice("xyz") for one in fits})
        _tamper(chance, chance.choice([places.staging / "site", places.site]))
        records = _records(places)
        seen = survey(places, records)
        found = surveying._Seen(str(places.staging), {}, Layout(()))
        found.walk("site")
        assert seen.standing(records) == found.files
        assert seen.folders == found.folders
