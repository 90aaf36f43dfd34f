"""An issue as it was, out of git; nothing is checked out and nothing fetched."""

from pathlib import Path

from tests.preview.proof.conftest import git

from pressroom.build.git import head
from pressroom.build.places import Places
from pressroom.preview.proof.past import Since, look_back, touched_issues

_FOLDER = "content/issues/2026-11"
_EPISODES = {"2026-11": "2026-11-talk", "2026-10": "2026-10-talk"}


def since(places: Places) -> Since:
    return Since(name="base", commit=head(places.root))


def change(places: Places, name: str, before: str, after: str) -> None:
    path = places.root / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def tree(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if ".git" not in path.parts}


def test_the_issue_and_its_episode_are_as_they_were(repository: Places) -> None:
    begun, before = since(repository), tree(repository.root)
    change(repository, f"{_FOLDER}/issue.md", "title: The Gangway 2026-11", "title: Another")
    change(repository, "podcast/episodes/2026-11-talk/episode.md", "season: 1", "season: 2")
    past = look_back(repository, begun, "2026-11", "2026-11-talk")
    [issue] = past.issues
    assert (issue.title, [story.slug for story in issue.stories]) == ("The Gangway 2026-11", ["story-01", "story-02"])
    assert issue.stories[0].prose.words > 300
    assert past.episode is not None
    assert past.episode.season == 1
    assert past.touched == {f"{_FOLDER}/issue.md": "M", "podcast/episodes/2026-11-talk/episode.md": "M"}
    assert tree(repository.root) == before


def test_an_issue_that_is_new_has_no_past(repository: Places) -> None:
    begun = since(repository)
    (repository.root / "content/issues/2026-12").mkdir()
    (repository.root / "content/issues/2026-12/issue.md").write_text("---\ntitle: New\n---\n")
    past = look_back(repository, begun, "2026-12", None)
    assert (past.issues, past.episode) == ((), None)
    assert past.touched == {"content/issues/2026-12/issue.md": "A"}


def test_a_past_that_was_faulty_is_read_as_far_as_it_can_be(repository: Places) -> None:
    change(repository, f"{_FOLDER}/story-01.md", "title:", "tilte:")
    git(repository.root, "commit", "--quiet", "--all", "--message", "two")
    [issue] = look_back(repository, since(repository), "2026-11", None).issues
    assert len(issue.stories) == 2


def test_an_issue_is_touched_by_its_folder_and_by_its_episode(repository: Places) -> None:
    begun = since(repository).commit
    assert touched_issues(repository, begun, _EPISODES) == ()
    change(repository, "content/publication.yml", "Lantern Line", "Lanterns")
    (repository.root / "content/issues/README.md").write_text("Not of any issue")
    assert touched_issues(repository, begun, _EPISODES) == ()
    change(repository, "podcast/episodes/2026-10-talk/episode.md", "season: 1", "season: 2")
    assert touched_issues(repository, begun, _EPISODES) == ("2026-10",)
    (repository.root / f"{_FOLDER}/new.jpg").write_bytes(b"new")
    assert touched_issues(repository, begun, _EPISODES) == ("2026-11", "2026-10")


def test_an_issue_that_was_deleted_has_no_proof(repository: Places) -> None:
    begun = since(repository).commit
    for path in (repository.root / _FOLDER).iterdir():
        path.unlink()
    assert touched_issues(repository, begun, {"2026-10": None}) == ()
