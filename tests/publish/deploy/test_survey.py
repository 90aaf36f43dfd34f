"""The survey takes what a build makes, and refuses whatever else lies there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import builders
from tests.publish.deploy.sites import INSTANT, newsletter
from tests.publish.deploy.sites import built as build

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.manifest import Stamp
from pressroom.publish.deploy.survey import Built, changed, survey

_STAMP = Stamp(identity="ours", run="run-1", instant=INSTANT)


def _survey(folder: Path) -> Built:
    return survey(folder, builders.publication(), _STAMP)


def test_each_file_has_its_digest_size_type_and_caching(tmp_path: Path) -> None:
    file = build(tmp_path / "site", {"index.html": "Hello"}).files["index.html"]
    assert file.digest == "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"
    assert (file.size, file.type, file.cache) == (5, "text/html; charset=utf-8", "private, no-cache")


def test_what_lies_there_for_git_is_not_the_site(tmp_path: Path) -> None:
    assert list(build(tmp_path / "site", {"index.html": "Hello", ".gitignore": "*"}).files) == ["index.html"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.symlink_to("index.html"), "symbolic link"),
        (os.mkfifo, "neither a file nor a folder"),
        (lambda path: path.with_name(".hidden").write_text(""), "none that a build makes"),
        (lambda path: path.with_name("_pressroom").mkdir(), "none that a build makes"),
        (lambda path: path.with_name("two\nlines").write_text(""), "none that a build makes"),
        (lambda path: Path(os.fsdecode(os.fsencode(path) + b"\xff")).write_text(""), "none that a build makes"),
    ],
    ids=["link", "pipe", "hidden", "ours", "lines", "no text"],
)
def test_what_no_build_makes_is_refused(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    build(tmp_path / "site", newsletter("2026-10"))
    make(tmp_path / "site/about/strange")
    if (tmp_path / "site/about/_pressroom").exists():
        (tmp_path / "site/about/_pressroom").rename(tmp_path / "site/_pressroom")
    with pytest.raises(PublishingFailed, match=says) as fault:
        _survey(tmp_path / "site")
    assert "pressroom build" in fault.value.hint


def test_a_site_without_a_front_page_is_none(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(PublishingFailed, match="no front page"):
        _survey(tmp_path / "site")


def test_a_site_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PublishingFailed, match="cannot be read"):
        _survey(tmp_path / "site")


def test_a_file_that_changes_meanwhile_is_told_with_what_to_do() -> None:
    assert "goes on where it stopped" in changed("index.html").hint
