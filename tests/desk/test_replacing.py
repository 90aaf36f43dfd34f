"""Lines replaced in a file: whole or not at all, and only where they are as they were."""

import os
from pathlib import Path

import pytest
from tests.load.building import NEWSLETTER, STORY, picture, write

from pressroom.desk import renaming
from pressroom.desk.mentions import Unsure
from pressroom.desk.renaming import rename
from pressroom.desk.replacing import Changed, read_own, replace_lines, replaced
from pressroom.errors import Unwritable
from pressroom.load import load
from pressroom.load.content import LARGEST_TEXT
from pressroom.model.finding import Fix
from pressroom.store import Store


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nc", b"a\nB\nB2\nc"),
        (b"a\r\nb\r\nc\r\n", b"a\r\nB\r\nB2\r\nc\r\n"),
        (b"a\rb", b"a\rB\rB2"),
        (b"\xef\xbb\xbfa\r\nb", b"\xef\xbb\xbfa\r\nB\r\nB2"),
        (b"a\nb\r\nc\r", b"a\nB\r\nB2\r\nc\r"),
    ],
)
def test_a_line_becomes_two_that_end_as_it_did(before: bytes, after: bytes) -> None:
    assert replaced(before, [Fix(line=2, before="b", after="B\nB2")]) == after


@pytest.mark.parametrize("line", [0, 1, 4, -1])
def test_another_line_is_no_line_of_ours(line: int) -> None:
    with pytest.raises(Changed):
        replaced(b"a\nb\n", [Fix(line=line, before="b", after="B")])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {**NEWSLETTER, "content/issues/2026-11/A b.png": picture()})
    return tmp_path


def test_what_is_gone_too_large_or_behind_a_link_is_not_read(root: Path) -> None:
    write(root, {"content/large.md": bytes(LARGEST_TEXT + 1)})
    (root / "content/issues/linked").symlink_to("2026-11")
    for path in ("content/gone.md", "content/large.md", "content/issues/linked/fog.md"):
        with pytest.raises(Changed):
            read_own(root, path)


def test_where_nothing_may_be_written_the_file_is_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    before = (root / STORY).read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Unwritable, match="Read-only"):
        replace_lines(root, STORY, [Fix(line=2, before="title: Fog", after="title: Mist")])
    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(Unwritable, match="cannot be renamed: Read-only"):
        _rename(root)
    assert (root / STORY).read_bytes() == before
    assert sorted(path.name for path in (root / STORY).parent.iterdir()) == ["A b.png", "fog.md", "issue.md"]


def _rename(root: Path, path: str = "content/issues/2026-11/A b.png") -> None:
    rename(root, load(root, Store(None)).publication, path, "a-b.png")


def test_a_link_gets_no_other_name(root: Path) -> None:
    (root / "content/issues/2026-11/C.png").symlink_to("A b.png")
    (root / "content/issues/linked").symlink_to("2026-11")
    for path in ("content/issues/2026-11/C.png", "content/issues/linked/A b.png"):
        with pytest.raises(Changed):
            _rename(root, path)


def test_a_file_of_that_name_is_never_replaced(root: Path) -> None:
    (root / "content/issues/2026-11/a-b.png").write_text("mine")
    with pytest.raises(Unsure, match=r"there is a a-b\.png already"):
        _rename(root)
    assert (root / "content/issues/2026-11/a-b.png").read_text() == "mine"


def test_two_names_that_are_one_to_the_disk_are_changed_in_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renaming, "_is_same", lambda _old, _new: True)
    _rename(root)
    assert (root / "content/issues/2026-11/a-b.png").exists()
