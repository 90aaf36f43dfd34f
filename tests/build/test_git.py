"""What git says of a publication; where it refuses to say anything, nothing is assumed."""

import subprocess
from pathlib import Path

import pytest

from pressroom.build import git
from pressroom.errors import Unreadable, UsageWrong

_ME = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a publication below the top of a repository that has no commit yet."""
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def test_what_was_added_is_tracked_and_nothing_else(root: Path) -> None:
    for name in ("kept", "other"):
        (root / name).mkdir()
        (root / name / "file").touch()
    subprocess.run(["git", "-C", root, "add", "kept"], check=True)
    assert git.tracks(root, root / "kept")
    assert not git.tracks(root, root / "other")


def test_before_the_first_commit_there_is_no_date(root: Path) -> None:
    assert git.commit_date(root) is None


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert git.commit_date(tmp_path) is None
    assert not git.tracks(tmp_path, tmp_path / ".cache")


def test_without_git_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert git.commit_date(root) is None
    assert not git.tracks(root, root / ".cache")


def test_that_git_refuses_is_told_in_its_words_with_what_to_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to play another user's folder
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    for question in (lambda: git.tracks(root, root / ".cache"), lambda: git.commit_date(root)):
        with pytest.raises(Unreadable, match="detected dubious ownership") as told:
            question()
        assert f"git config --global --add safe.directory {root.parent}" in told.value.hint.splitlines()[-1]


def test_a_damaged_repository_is_told_too(root: Path) -> None:
    (root.parent / ".git" / "index").write_bytes(b"no index")
    with pytest.raises(Unreadable, match=r"git refuses .* index"):
        git.tracks(root, root / ".cache")


def test_what_is_not_committed_is_named(root: Path) -> None:
    assert git.head(root) == ""
    for name in ("content", "themes", "tests"):
        (root / name).mkdir()
        (root / name / "a b.md").write_text("one")
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    subprocess.run(["git", "-C", root, *_ME, "commit", "--quiet", "--message", "one"], check=True)
    assert len(git.head(root)) == 40
    assert git.uncommitted(root) == ()

    (root / "content/a b.md").write_text("two")
    (root / "content/ü.md").write_text("new")
    (root / "tests/a b.md").write_text("no part of what is published")
    assert [Path(path).name for path in git.uncommitted(root)] == ["a b.md", "ü.md"]


def test_what_git_was_told_to_ignore_is_not_committed_either(root: Path) -> None:
    (root / "content").mkdir()
    for name in ("issue.md", ".DS_Store"):
        (root / "content" / name).touch()
    (root.parent / ".git/info/exclude").write_text("issue.md\n.DS_Store\n")
    assert git.uncommitted(root) == ("content/issue.md",)


def test_a_commit_is_before_those_that_follow_on_it_alone(root: Path) -> None:
    commits = []
    for _ in range(2):
        subprocess.run(["git", "-C", root, *_ME, "commit", "--quiet", "--allow-empty", "--message", "one"], check=True)
        commits.append(git.head(root))
    old, new = commits
    assert not git.is_before(root, old)
    assert not git.is_before(root, new)
    subprocess.run(["git", "-C", root, "checkout", "--quiet", old], check=True)
    assert git.is_before(root, new)
    assert not git.is_before(root, old)
    assert not git.is_before(root, "0" * 40)
    assert not git.is_before(root, "files:abc")


def test_a_repository_that_content_brought_along_is_not_asked(root: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", root / "content"], check=True)
    with pytest.raises(Unreadable, match="cannot use bare repository"):
        git.head(root / "content")


def test_git_learns_no_secret_and_runs_no_program_of_the_repository(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "spy").write_text(f"#!/bin/sh\nenv > '{root}/heard'\n")
    (root / "spy").chmod(0o755)
    subprocess.run(["git", "-C", root, "config", "core.fsmonitor", str(root / "spy")], check=True)
    (root / "content").mkdir()
    (root / "content/a.md").touch()
    assert git.uncommitted(root)
    assert not (root / "heard").exists()

    (root / "git").symlink_to(root / "spy")
    monkeypatch.setenv("PATH", f"{root}:/usr/bin:/bin")
    monkeypatch.setenv("PRESSROOM_SMTP_PASSWORD", "hush")
    monkeypatch.setenv("SOME_API_KEY", "hush")
    git.head(root)
    assert "hush" not in (root / "heard").read_text()


def test_outside_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert git.head(tmp_path) == ""
    assert git.uncommitted(tmp_path) == ()


@pytest.fixture
def history(root: Path) -> Path:
    """Return a publication with an issue on the main branch, of which a branch then changes something."""
    _write(root, "content/issues/2026-11/issue.md", "---\ntitle: Old\n---\n")
    _write(root, "content/issues/2026-11/fog.md", "Fog\r\n")
    _write(root, "content/issues/2026-11/quay.jpg", "a picture")
    _commit(root)
    subprocess.run(["git", "-C", root, "checkout", "--quiet", "-b", "work"], check=True)
    _write(root, "content/issues/2026-11/issue.md", "---\ntitle: New\n---\n")
    _commit(root)
    return root


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, newline="")


def _commit(root: Path) -> None:
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    subprocess.run(["git", "-C", root, *_ME, "commit", "--quiet", "--message", "one"], check=True)


def _main(root: Path) -> str:
    branches = subprocess.run(
        ["git", "-C", root, "branch", "--format=%(refname:short)"], capture_output=True, text=True, check=True
    )
    return next(name for name in branches.stdout.split() if name != "work")


def test_a_branch_is_compared_where_the_work_left_it(history: Path) -> None:
    main = _main(history)
    left = git.fork(history, main)
    subprocess.run(["git", "-C", history, "checkout", "--quiet", main], check=True)
    _write(history, "content/issues/2026-11/fog.md", "Changed by somebody else since\n")
    _commit(history)
    subprocess.run(["git", "-C", history, "checkout", "--quiet", "work"], check=True)
    assert git.fork(history, main) == left
    assert git.fork(history, "HEAD") == git.head(history)


def test_work_that_shares_no_past_is_compared_with_the_branch_itself(history: Path) -> None:
    main = _main(history)
    subprocess.run(["git", "-C", history, "checkout", "--quiet", "--orphan", "other"], check=True)
    _commit(history)
    assert git.fork(history, main) != git.head(history)


@pytest.mark.parametrize(
    "name", ["nowhere", "", "--upload-pack=touch x", "-h", "main:content", "a b", "x\ny", "HEAD;id"]
)
def test_what_names_no_commit_is_told(history: Path, name: str) -> None:
    with pytest.raises(UsageWrong, match="git knows no"):
        git.fork(history, name)


def test_that_git_refuses_to_compare_is_told_in_its_words(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(Unreadable, match="detected dubious ownership"):
        git.fork(history, "HEAD")


def test_what_was_touched_is_told_committed_or_not(history: Path) -> None:
    begun = git.fork(history, _main(history))
    _write(history, "content/issues/2026-11/ü.md", "Not committed")
    _write(history, "tests/a.md", "Elsewhere")
    (history / "content/issues/2026-11/quay.jpg").unlink()
    folder = "content/issues/2026-11"
    assert git.touched(history, begun, ["content"]) == {
        f"{folder}/issue.md": "M",
        f"{folder}/ü.md": "A",
        f"{folder}/quay.jpg": "D",
    }
    assert git.touched(history, begun, ["podcast"]) == {}


def test_texts_of_the_past_are_those_of_plain_markdown_files(history: Path) -> None:
    (history / "content/issues/2026-11/link.md").symlink_to("/etc/passwd")
    _write(history, "content/issues/2026-11/long.md", "x" * 1_000_001)
    _commit(history)
    folder = "content/issues/2026-11"
    assert git.texts_at(history, git.head(history), folder) == {
        f"{folder}/fog.md": "Fog\n",
        f"{folder}/issue.md": "---\ntitle: New\n---\n",
    }
    assert (
        git.texts_at(history, git.fork(history, _main(history)), folder)[f"{folder}/issue.md"]
        == "---\ntitle: Old\n---\n"
    )
    assert git.texts_at(history, git.head(history), "content/issues/2026-12") == {}


def test_what_git_is_set_up_to_run_is_not_run(root: Path, tmp_path: Path) -> None:
    def tell(*words: str, given: str = "") -> str:
        done = subprocess.run(
            ["git", "-C", root, *_ME, *words], input=given, capture_output=True, text=True, check=True
        )
        return done.stdout

    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n")
    program.chmod(0o755)
    (root / "content").mkdir()
    (root / "content/a.md").write_text("Fog.\n")
    tell("add", ".")
    tell("commit", "-qm", "Fog")
    before, told = tell("cat-file", "commit", "HEAD").split("\n\n", 1)
    signed = f"{before}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n{told}"
    tell("reset", "-q", "--soft", tell("hash-object", "-t", "commit", "-w", "--stdin", given=signed).strip())
    for name in ("gpg.program", "diff.external", "diff.x.textconv", "diff.x.command", "core.fsmonitor", "core.pager"):
        tell("config", name, str(program))
    tell("config", "log.showSignature", "true")
    tell("config", "core.hooksPath", str(tmp_path))
    (root.parent / ".git/info/attributes").write_text("*.md diff=x\n")
    (root / "content/a.md").write_text("More fog.\n")

    assert git.commit_date(root)
    assert git.touched(root, git.fork(root, "HEAD"), ["content"]) == {"content/a.md": "M"}
    assert git.texts_at(root, git.head(root), "content") == {"content/a.md": "Fog.\n"}
    assert git.uncommitted(root) == ("news/content/a.md",)
    assert not (tmp_path / "was-run").exists()
