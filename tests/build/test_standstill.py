"""What counts as nothing having changed: what lies there, as it lies, before anything is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pressroom.build.standstill import Sight, Told, look

_TOLD = Told((1, 2, 3, 4), "a warning\n", keyless=False)
_LONG_AGO = 1_700_000_000
_DEEP = 1_200
"""Deeper than Python's stack."""


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a publication that was built, all of it at rest."""
    for name in ("content/publication.yml", "podcast/show.yml", "site/index.html", "build/email/en.eml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, name)
    _sight(tmp_path).keep(_TOLD)
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (_LONG_AGO, _LONG_AGO))


def _sight(root: Path, options: str = "") -> Sight:
    sight = look(root, options)
    assert sight
    return sight


def test_nothing_has_changed_where_nothing_has(root: Path) -> None:
    assert _sight(root).told == _TOLD


@pytest.mark.parametrize(
    "change",
    [
        lambda root: _write(root / "content/publication.yml", "another, longer text"),
        lambda root: _write(root / "content/new.md", "new"),
        lambda root: _write(root / "themes/website/new.css", "new"),
        lambda root: _write(root / "mkdocs.yml", "new"),
        lambda root: (root / "podcast/show.yml").unlink(),
        lambda root: _write(root / "site/index.html", "somebody else's, and longer"),
        lambda root: _write(root / "site/more.html", "more"),
        lambda root: (root / "build/email/en.eml").unlink(),
        lambda root: (root / "build/.next").mkdir(),
        lambda root: os.utime(root / "content/publication.yml", (_LONG_AGO + 1, _LONG_AGO + 1)),
        lambda root: (root / "podcast/show.yml").rename(root / "podcast/show.yaml"),
    ],
)
def test_any_change_of_what_is_read_or_was_made_is_one(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    assert _sight(root).told is None


def test_other_options_or_another_moment_are_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _sight(root, "drafts").told is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000001")
    assert _sight(root).told is None


def test_another_program_is_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.build.standstill.of_program", lambda _: "another")
    assert _sight(root).told is None


def test_what_may_be_changing_still_is_never_believed(root: Path) -> None:
    (root / "content/publication.yml").write_text("just now", encoding="utf-8")
    sight = _sight(root)
    sight.keep(_TOLD)
    assert (sight.inputs, sight.told, _sight(root).told) == ("", None, None)


def test_what_was_changed_during_a_build_is_built_the_next_time(root: Path) -> None:
    sight = _sight(root)
    _write(root / "content/publication.yml", "changed meanwhile")
    sight.keep(_TOLD)
    assert _sight(root).told is None


def test_keys_in_the_environment_are_kept_nowhere(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSROOM_FEED_KEY", "x" * 40)
    assert look(root, "") is None


def test_there_is_nothing_to_see_where_there_is_no_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert look(tmp_path, "") is None
    monkeypatch.chdir(tmp_path)
    assert look(None, "") is None


def test_the_publication_is_found_upwards(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/issues").mkdir()
    monkeypatch.chdir(root / "content/issues")
    sight = look(None, "")
    assert sight
    assert (sight.root, sight.told) == (root, _TOLD)


def test_what_cannot_be_looked_at_is_left_to_whoever_reads_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert look(root, "") is None


def test_what_was_seen_is_told_by_path_inside_the_publication(root: Path) -> None:
    seen, facts = _sight(root).seen(), (root / "content/publication.yml").lstat()
    assert seen.files["content/publication.yml"] == (facts.st_size, facts.st_mtime_ns, facts.st_ino)
    assert set(seen.files) == {"content/publication.yml", "podcast/show.yml"}
    assert len(seen.program) == 64


def test_nothing_is_looked_at_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (root / ".cache").rename(elsewhere)
    (root / ".cache").symlink_to(elsewhere)
    assert look(root, "") is None


def test_folders_nested_without_end_are_looked_at_to_theirs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "content")
    for _ in range(_DEEP):
        Path("a").mkdir()
        os.chdir("a")
    Path("deep.md").write_text("deep")
    os.utime("deep.md", (_LONG_AGO, _LONG_AGO))
    sight = _sight(root)
    Path("deep.md").unlink()
    for _ in range(_DEEP):  # step by step, since what cleans up after the tests goes no deeper than Python's stack
        os.chdir("..")
        Path("a").rmdir()
    assert sight.told is None
    assert any(path.endswith("/a/deep.md") for path in sight.seen().files)
