"""A folder on this machine: what the web server finds, what is shared, and what goes wrong."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.publish.deploy.disks import disk
from tests.publish.deploy.grounds import Ground, Served
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.target import Silence


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(f"folder:{tmp_path}/www", tmp_path / "publication", Served(tmp_path / "www"))


@pytest.fixture
def private() -> Iterator[None]:
    """Make files that nobody else may read, as some accounts do."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def _inode(ground: Ground, path: str) -> int:
    assert isinstance(ground.view, Served)
    return (ground.view.folder / "current" / path).stat().st_ino


@pytest.mark.usefixtures("private")
def test_the_web_server_may_read_it_whoever_it_is(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    top = (tmp_path / "www/current").resolve()
    folders = {path.stat().st_mode & 0o777 for path in (tmp_path / "www", top, *top.rglob("*")) if path.is_dir()}
    files = {path.stat().st_mode & 0o777 for path in top.rglob("*") if path.is_file()}
    assert (folders, files) == ({0o755}, {0o644})


def test_what_did_not_change_takes_no_room(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    before = [_inode(ground, path) for path in ("about/index.html", "index.html")]
    ground.deploy(built(tmp_path / "site", newsletter("2026-10", home="new"), run="run-2"))
    after = [_inode(ground, path) for path in ("about/index.html", "index.html")]
    assert (after[0] == before[0], after[1] == before[1]) == (True, False)


@pytest.mark.parametrize("damage", ["grows", "is gone", "is a link"])
def test_a_damaged_file_of_the_last_release_is_brought_again(ground: Ground, tmp_path: Path, damage: str) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    file = tmp_path / "www/current/about/index.html"
    if damage == "grows":
        file.write_text("Somebody else wrote here")
    else:
        file.unlink()
    if damage == "is a link":
        file.symlink_to("/etc/hostname")
    site = newsletter("2026-10", home="new")
    assert ground.deploy(built(tmp_path / "site", site, run="run-2")).files == 2
    assert ground.view.see("about/index.html") == b"About us"
    assert not (tmp_path / "www/current/about/index.html").is_symlink()


def test_where_files_cannot_be_shared_they_are_copied(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(31, "Too many links")

    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    monkeypatch.setattr(os, "link", refuse)
    site = newsletter("2026-10", home="new")
    assert ground.deploy(built(tmp_path / "site", site, run="run-2")).files == len(site)
    assert ground.view.paths() == set(site)


@pytest.mark.parametrize("there", ["a folder", "a link elsewhere", "a link of another tool"])
def test_a_folder_in_which_somebody_else_publishes_is_left_alone(ground: Ground, tmp_path: Path, there: str) -> None:
    (tmp_path / "www/releases/20261122").mkdir(parents=True)
    current = tmp_path / "www/current"
    if there == "a folder":
        current.mkdir()
    else:
        current.symlink_to("/srv/elsewhere" if there == "a link elsewhere" else "releases/000001-theirs")
    with ground.target() as target, pytest.raises(PublishingFailed, match="did not make"):
        target.probe()


def test_a_full_disk_is_told_and_leaves_what_was_live(tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=128k") as small:
        ground = Ground(f"folder:{small}/www", tmp_path, Served(small / "www"))
        site = newsletter("2026-10")
        ground.deploy(built(tmp_path / "site", site))
        large = built(tmp_path / "site", {**site, "podcast/2026-10/talk.mp3": "x" * 200_000}, run="run-2")
        with ground.target() as target, pytest.raises(PublishingFailed, match="No space left") as fault:
            target.put(large, Silence())
        assert "Make room" in fault.value.hint
        assert ground.view.paths() == set(site)
        site["index.html"] += "It goes on."
        ground.deploy(built(tmp_path / "site", site, run="run-3"))
        assert ground.view.see("index.html") == site["index.html"].encode()


def test_a_disk_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    with disk(tmp_path / "small", "ro") as small:
        ground = Ground(f"folder:{small}/www", tmp_path, Served(small / "www"))
        with ground.target() as target, pytest.raises(PublishingFailed, match="Read-only") as fault:
            target.probe()
    assert "name another folder" in fault.value.hint


def test_what_is_not_there_cannot_be_gone_back_to(ground: Ground) -> None:
    with ground.target() as target:
        target.prune()
        with pytest.raises(PublishingFailed, match="no release '000009-x'") as fault:
            target.rollback("000009-x")
    assert "There are these: none" in fault.value.hint
