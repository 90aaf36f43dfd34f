import errno
import os
from pathlib import Path

import pytest

from pressroom.desk import writing
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.errors import PressroomError, Unwritable, UsageWrong


def _tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "publication").mkdir()
    return tmp_path / "publication"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    (tmp_path / "sound.mp3").write_bytes(b"sound\r\n\x00")
    return tmp_path / "sound.mp3"


def test_texts_and_copies_are_written_and_named(root: Path, sound: Path) -> None:
    scaffold = Scaffold(texts={"podcast/fog/episode.md": "né\n"}, copies={"podcast/fog/fog.mp3": sound})
    assert writing.write(root, scaffold) == (root / "podcast/fog/fog.mp3", root / "podcast/fog/episode.md")
    assert (root / "podcast/fog/episode.md").read_bytes() == "né\n".encode()
    assert (root / "podcast/fog/fog.mp3").read_bytes() == sound.read_bytes()
    assert _tree(root) == ["podcast", "podcast/fog", "podcast/fog/episode.md", "podcast/fog/fog.mp3"]


def test_files_can_be_read_by_whoever_can_read_other_new_files(root: Path, sound: Path) -> None:
    sound.chmod(0o600)
    (root / "other").touch()
    writing.write(root, Scaffold(texts={"a.md": ""}, copies={"b.mp3": sound}))
    assert (root / "a.md").stat().st_mode == (root / "b.mp3").stat().st_mode == (root / "other").stat().st_mode


def test_what_is_there_is_never_replaced_and_nothing_else_is_written(root: Path) -> None:
    (root / "b.md").write_text("mine")
    with pytest.raises(UsageWrong, match=r"b\.md is there already"):
        writing.write(root, Scaffold(texts={"a.md": "new", "b.md": "new"}))
    assert _tree(root) == ["b.md"]
    assert (root / "b.md").read_text() == "mine"


def test_a_link_to_nowhere_is_there_as_well(root: Path, tmp_path: Path) -> None:
    (root / "a.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageWrong, match="there already"):
        writing.write(root, Scaffold(texts={"a.md": "new"}))
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_leads_outside_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (root / "issues").symlink_to(tmp_path / "outside")
    with pytest.raises(UsageWrong) as refused:
        writing.write(root, Scaffold(texts={"issues/2026-12/issue.md": "new"}))
    assert refused.value.message == "issues/2026-12/issue.md would lie outside the publication."
    assert "symbolic link" in refused.value.hint
    assert _tree(tmp_path / "outside") == []


def test_a_file_that_appears_in_the_meantime_stays_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    (root / "b.md").write_text("theirs")
    with pytest.raises(UsageWrong, match=r"b\.md is there already"):
        writing.write(root, Scaffold(texts={"new/a.md": "new", "b.md": "new"}))
    assert _tree(root) == ["b.md"]
    assert (root / "b.md").read_text() == "theirs"


def test_a_file_where_a_folder_should_be_stays(root: Path) -> None:
    (root / "issues").write_text("mine")
    with pytest.raises(UsageWrong, match="issues is there already"):
        writing.write(root, Scaffold(texts={"issues/a.md": "new"}))
    assert (root / "issues").read_text() == "mine"


def test_folders_that_lead_in_a_circle_are_refused(root: Path) -> None:
    (root / "issues").symlink_to(root / "issues")
    with pytest.raises(PressroomError):
        writing.write(root, Scaffold(texts={"issues/a.md": "new"}))
    assert _tree(root) == ["issues"]


def test_what_cannot_be_finished_is_taken_back_and_told_in_plain_words(root: Path, sound: Path) -> None:
    scaffold = Scaffold(texts={}, copies={"fog/fog.mp3": sound, "ice/ice.mp3": sound.with_name("gone.mp3")})
    with pytest.raises(Unwritable) as refused:
        writing.write(root, scaffold)
    assert refused.value.message.startswith("This cannot be written: No such file or directory (")
    assert _tree(root) == []


def test_what_others_put_into_a_new_folder_stays(root: Path, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path, part: Path) -> None:
        (part.parent / "theirs.md").touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(Unwritable, match="No space left on device"):
        writing.write(root, Scaffold(texts={}, copies={"fog/fog.mp3": sound}))
    assert _tree(root) == ["fog", "fog/theirs.md"]


@pytest.fixture
def _no_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)


@pytest.mark.usefixtures("_no_hard_links")
def test_a_file_system_without_hard_links_will_do(root: Path) -> None:
    writing.write(root, Scaffold(texts={"a.md": "new"}))
    assert _tree(root) == ["a.md"]
    assert (root / "a.md").read_text() == "new"


@pytest.mark.usefixtures("_no_hard_links")
def test_there_too_a_file_that_appears_in_the_meantime_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    (root / "a.md").write_text("theirs")
    with pytest.raises(UsageWrong, match=r"a\.md is there already"):
        writing.write(root, Scaffold(texts={"a.md": "new"}))
    assert _tree(root) == ["a.md"]
    assert (root / "a.md").read_text() == "theirs"


@pytest.mark.usefixtures("_no_hard_links")
def test_there_too_nothing_is_left_of_what_cannot_be_placed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unwritable, match="Input/output error"):
        writing.write(root, Scaffold(texts={"a.md": "new"}))
    assert _tree(root) == []
