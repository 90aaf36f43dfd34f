import os
from pathlib import Path

import pytest
from tests.load.building import write

from pressroom.load.faults import Notes
from pressroom.load.tree import survey

_DEEP = 1200
"""Deeper than Python's stack."""


def test_hidden_files_and_readmes_are_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "content/a.md": "",
            "content/.hidden.md": "",
            "content/.git/b.md": "",
            "content/README.md": "",
            "content/issues/Readme.txt": "",
            "podcast/readme": "",
            "elsewhere/c.md": "",
        },
    )
    notes = Notes()
    tree = survey(tmp_path, notes)

    assert tree.files == {"content/a.md"}
    assert tree.folders == {"content", "content/issues", "podcast"}
    assert notes.findings() == ()


def test_nothing_is_opened_or_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/a.md": "", "content/b.md": lambda path: path.symlink_to("/"), "content/c.md": os.mkfifo})
    monkeypatch.setattr(os, "open", None)
    tree = survey(tmp_path, Notes())

    assert tree.files == {"content/a.md"}
    assert tree.refused == {"content/b.md", "content/c.md"}
    assert tree.texts_in("content") == ("content/a.md", "content/b.md", "content/c.md")


def test_folders_nested_without_end_are_walked_to_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("content", *["a"] * _DEEP):
        Path(name).mkdir()
        os.chdir(name)
    tree = survey(tmp_path, Notes())
    for _ in range(_DEEP):  # step by step, since what cleans up after the tests goes no deeper than Python's stack
        os.chdir("..")
        Path("a").rmdir()

    assert len(tree.folders) == _DEEP + 1


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/fog.md": ""})
    monkeypatch.setattr(os, "scandir", _refuse)

    assert _unreadable(tmp_path) == "content"


def test_a_file_that_vanishes_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/fog.md": ""})
    usual = os.scandir

    class Listing(list[object]):
        """What a disk lists that does not say what kind of thing each is."""

        def __enter__(self) -> "Listing":
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", lambda folder: Listing([*usual(folder), _Gone()]))
    assert _unreadable(tmp_path) == "content/gone.md"


class _Gone:
    """A file that was listed, and is not there any more."""

    name = "gone.md"

    def is_file(self, *, follow_symlinks: bool) -> bool:
        return follow_symlinks

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return follow_symlinks

    def stat(self, *, follow_symlinks: bool) -> None:
        raise FileNotFoundError(2, "No such file or directory", follow_symlinks)


def _refuse(_: Path) -> list[str]:
    raise PermissionError(13, "Permission denied")


def _unreadable(root: Path) -> str:
    notes = Notes()
    tree = survey(root, notes)
    (finding,) = notes.findings()
    assert finding.rule == "unreadable-file"
    assert tree.is_refused(f"{finding.path}/below")
    return finding.path


def test_a_part_of_it_is_what_lies_in_some_folders_and_whatever_was_refused(tmp_path: Path) -> None:
    there = {"content/issues/a/a.md": "", "content/issues/a/b/c.png": "", "content/issues/ab/d.md": ""}
    write(tmp_path, {**there, "content/issues/e": lambda path: path.symlink_to("/")})
    tree = survey(tmp_path, Notes()).within(["content/issues/a", "content/issues/e"])

    assert tree.files == {"content/issues/a/a.md", "content/issues/a/b/c.png"}
    assert tree.folders == {"content/issues/a", "content/issues/a/b"}
    assert tree.is_refused("content/issues/e")
