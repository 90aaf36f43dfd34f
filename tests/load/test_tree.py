import os
from pathlib import Path

import pytest
from tests.load.building import write

from pressroom.load.faults import Notes
from pressroom.load.tree import survey


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


def test_folders_nested_without_end_are_walked_without_end(tmp_path: Path) -> None:
    deep = "/".join(["content", *["a"] * 1200])
    folder = tmp_path
    for name in deep.split("/"):
        folder /= name
    os.makedirs(tmp_path / "content")  # noqa: PTH103  in steps, since the whole path is longer than a system call takes
    here = Path.cwd()
    os.chdir(tmp_path / "content")
    for _ in range(1200):
        Path("a").mkdir()
        os.chdir("a")
    os.chdir(here)

    assert len(survey(tmp_path, Notes()).folders) > 1000


@pytest.mark.parametrize("call", ["lstat", "listdir"])
def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    write(tmp_path, {"content/issues/fog.md": ""})

    def refuse(path: Path) -> list[str]:
        if path.name == "issues":
            raise PermissionError(13, "Permission denied")
        return os.listdir(path)  # noqa: PTH208  stands in for itself

    if call == "listdir":
        real, refusing = os.listdir, refuse
        monkeypatch.setattr("pressroom.load.tree.os.listdir", lambda path: refusing(path) if path.name == "issues" else real(path))
    else:
        real_lstat = Path.lstat

        def lstat(path: Path) -> os.stat_result:
            if path.name == "issues":
                raise PermissionError(13, "Permission denied")
            return real_lstat(path)

        monkeypatch.setattr(Path, "lstat", lstat)
    notes = Notes()
    tree = survey(tmp_path, notes)

    (finding,) = notes.findings()
    assert (finding.path, finding.rule) == ("content/issues", "unreadable-file")
    assert "Permission denied" in finding.message
    assert tree.files == frozenset()
