import os
from pathlib import Path

import pytest

from pressroom.desk import known
from pressroom.load.content import LARGEST_TEXT


def _issue(root: Path, name: str, front: str) -> None:
    folder = root / "content/issues" / name
    folder.mkdir(parents=True)
    (folder / "issue.md").write_text(f"---\n{front}\n---\n")


def _episode(root: Path, name: str, front: str) -> None:
    folder = root / "podcast/episodes" / name
    folder.mkdir(parents=True)
    (folder / "episode.md").write_text(f"---\n{front}\n---\n")


def test_the_first_issue_is_number_one(tmp_path: Path) -> None:
    assert known.next_issue(tmp_path) == 1


def test_the_next_issue_follows_the_highest_number_wherever_it_stands(tmp_path: Path) -> None:
    _issue(tmp_path, "2026-10", "number: 46")
    _issue(tmp_path, "2026-11", "number: 45")
    _issue(tmp_path, "special", "title: Uncounted")
    assert known.next_issue(tmp_path) == 47
    assert known.issue_ids(tmp_path) == ["2026-10", "2026-11", "special"]


def test_where_issues_are_not_counted_none_is_proposed(tmp_path: Path) -> None:
    _issue(tmp_path, "2026-10", "title: Uncounted")
    assert known.next_issue(tmp_path) is None


@pytest.mark.parametrize(
    "front", ["number: [1", "number: many", "number: [47]", "number: ٤٧", "number: -3", "{", "number: " + "9" * 5000]
)
def test_a_file_with_faults_does_not_stand_in_the_way(tmp_path: Path, front: str) -> None:
    _issue(tmp_path, "2026-10", "number: 46")
    _issue(tmp_path, "2026-11", front)
    assert known.next_issue(tmp_path) == 47


def test_what_cannot_be_read_at_all_does_not_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _issue(tmp_path, "2026-10", "number: 46")
    (tmp_path / "content/issues/2026-11/issue.md").mkdir(parents=True)
    assert known.next_issue(tmp_path) == 47

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert known.next_issue(tmp_path) is None


def test_a_link_is_not_followed_and_nothing_without_end_is_read(tmp_path: Path) -> None:
    _issue(tmp_path, "2026-10", "number: 46")
    _issue(tmp_path, "2026-11", f"number: 47\n# {'x' * LARGEST_TEXT}")
    (tmp_path / "secret").write_text("---\nnumber: 99\n---\n")
    (tmp_path / "content/issues/2026-12").mkdir()
    (tmp_path / "content/issues/2026-12/issue.md").symlink_to(tmp_path / "secret")
    assert known.next_issue(tmp_path) == 47


def test_the_first_episode_is_number_one_of_no_season(tmp_path: Path) -> None:
    assert known.next_episode(tmp_path) == (None, 1)


def test_the_last_season_goes_on(tmp_path: Path) -> None:
    _episode(tmp_path, "a", "season: 1\nnumber: 9")
    _episode(tmp_path, "b", "season: 2\nnumber: 3")
    _episode(tmp_path, "c", "season: 2")
    assert known.next_episode(tmp_path) == (2, 4)


def test_without_seasons_the_numbers_go_on(tmp_path: Path) -> None:
    _episode(tmp_path, "a", "number: 9")
    assert known.next_episode(tmp_path) == (None, 10)


def test_where_episodes_are_not_counted_nothing_is_proposed(tmp_path: Path) -> None:
    _episode(tmp_path, "a", "title: Uncounted")
    assert known.next_episode(tmp_path) == (None, None)


def test_the_publication_is_read_without_what_is_faulty(tmp_path: Path) -> None:
    assert known.publication(tmp_path).name is None
    (tmp_path / "content").mkdir()
    (tmp_path / "content/publication.yml").write_text("name: no\nlanguage: nl\nbase_url: not one\n")
    publication = known.publication(tmp_path)
    assert (publication.name, publication.language, publication.base_url) == ("no", "nl", None)
