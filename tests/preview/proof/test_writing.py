"""A proof takes its place whole, and takes no other's."""

import os
from pathlib import Path

import pytest

from pressroom.build.examination import Examination, begin, conclude
from pressroom.build.places import Places
from pressroom.errors import Unwritable, UsageWrong
from pressroom.preview.proof import Matter, gather, weigh, write
from pressroom.preview.proof.making import Making
from pressroom.preview.proof.writing import default_folder, is_proof, require_free


@pytest.fixture
def faulty(repository: Places) -> tuple[Examination, Matter]:
    """An issue with an error, whose proof is soon made."""
    path = repository.root / "content/issues/2026-11/story-01.md"
    path.write_text(path.read_text().replace("section: ships", "section: shps"))
    examination = conclude(begin(repository, drafts=True))
    return examination, gather(repository, examination, "2026-11", None)


def test_a_proof_is_known_by_its_mark(repository: Places, faulty: tuple[Examination, Matter]) -> None:
    folder = default_folder(repository, "2026-11")
    write(repository, *faulty, folder)
    assert is_proof(folder)
    assert weigh(folder) > 1_000
    assert {path.name for path in folder.parent.iterdir()} == {"2026-11"}
    assert folder.stat().st_mode & 0o777 == 0o755


def test_an_older_proof_gives_way(repository: Places, faulty: tuple[Examination, Matter], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    write(repository, *faulty, folder)
    (folder / "old.txt").touch()
    write(repository, *faulty, folder)
    assert not (folder / "old.txt").exists()


@pytest.mark.parametrize("mark", [None, "", "[]", "{}", "no json", '{"other": 1}'])
def test_nothing_else_gives_way(repository: Places, tmp_path: Path, mark: str | None) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").touch()
    if mark is not None:
        (tmp_path / "mine/proof.json").write_text(mark)
    with pytest.raises(UsageWrong, match="is there already, and is no proof"):
        require_free(repository, tmp_path / "mine")


def test_a_file_does_not_give_way_either(repository: Places, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(UsageWrong, match="is no proof"):
        require_free(repository, tmp_path / "mine")


@pytest.mark.parametrize("name", ["link", "link/inside"])
def test_a_link_is_not_followed(repository: Places, tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageWrong, match="symbolic link"):
        require_free(repository, tmp_path / name)


def test_a_link_that_content_brought_along_is_followed_nowhere(repository: Places, tmp_path: Path) -> None:
    (tmp_path / "elsewhere/far").mkdir(parents=True)
    (repository.root / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageWrong, match="symbolic link"):
        require_free(repository, repository.root / "link/far/off/proof")


@pytest.mark.parametrize(
    "name", [".", "content/proof", "podcast/episodes/x", "site", "site/proof", ".git/x", "build/../themes/x"]
)
def test_what_the_publication_is_made_of_is_no_place_for_it(repository: Places, name: str) -> None:
    with pytest.raises(UsageWrong, match="belongs to the publication itself"):
        require_free(repository, repository.root / name)


def test_what_cannot_be_written_leaves_the_old_one_whole(
    repository: Places, faulty: tuple[Examination, Matter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    write(repository, *faulty, folder)

    def fail(_: Making) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Making, "make", fail)
    with pytest.raises(Unwritable, match="No space left on device"):
        write(repository, *faulty, folder)
    assert is_proof(folder)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []
