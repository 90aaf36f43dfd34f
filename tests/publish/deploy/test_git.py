"""A branch: whose commits they are, and what goes wrong with a remote."""

import subprocess
from pathlib import Path

import pytest
from tests.publish.deploy.grounds import Ground, Pushed, repository
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.target import Silence

_HOME = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin"}


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    root, remote = repository(tmp_path)
    return Ground("git:pages", root, Pushed(remote, "pages"), _HOME)


def _git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, text=True).stdout.strip()


def _remote(ground: Ground) -> Path:
    return ground.root.parent / "remote.git"


def test_each_release_is_one_commit_on_the_last(ground: Ground, tmp_path: Path) -> None:
    for number in range(3):
        ground.deploy(built(tmp_path / "site", newsletter("2026-10", home=str(number)), run=f"run-{number}"))
    log = _git(_remote(ground), "log", "--format=%s|%an <%ae>|%cn|%cI|%p", "pages").splitlines()
    assert [line.split("|")[0] for line in log] == [f"Publish 00000{n + 1}-run-{n}" for n in (2, 1, 0)]
    assert {line.split("|")[1] for line in log} == {"Pressroom <pressroom@localhost>"}
    assert {line.split("|")[3] for line in log} == {"2026-11-22T13:00:00+00:00"}
    assert _git(_remote(ground), "ls-tree", "--name-only", "pages").splitlines()[0] == ".nojekyll"


def test_whoever_git_is_set_up_for_is_the_author(ground: Ground, tmp_path: Path) -> None:
    _git(ground.root, "config", "user.name", "The runner")
    _git(ground.root, "config", "user.email", "runner@example.com")
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    assert _git(_remote(ground), "log", "--format=%an <%ae>", "pages") == "The runner <runner@example.com>"


def test_files_go_out_as_they_are(ground: Ground, tmp_path: Path) -> None:
    _git(ground.root, "config", "core.autocrlf", "input")
    site = {"index.html": "one\r\ntwo\r\n", ".gitattributes": ""}
    del site[".gitattributes"]
    ground.deploy(built(tmp_path / "site", site))
    assert ground.view.see("index.html") == b"one\r\ntwo\r\n"


def test_what_is_checked_out_stays_as_it_is(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    assert _git(ground.root, "status", "--porcelain") == ""
    assert _git(ground.root, "branch") == ""


def test_a_branch_of_somebody_else_is_left_alone(ground: Ground, tmp_path: Path) -> None:
    _git(ground.root, *"-c user.name=A -c user.email=a@b.example commit -q --allow-empty -m Theirs".split())
    _git(ground.root, "push", "--quiet", "origin", "HEAD:pages")
    with ground.target() as target, pytest.raises(PublishingFailed, match="is not Pressroom's"):
        target.put(built(tmp_path / "site", newsletter("2026-10")), Silence())


def test_a_repository_without_a_remote_is_told(ground: Ground) -> None:
    _git(ground.root, "remote", "remove", "origin")
    with ground.target() as target, pytest.raises(PublishingFailed, match="git could not publish") as fault:
        target.probe()
    assert "git remote add origin" in fault.value.hint


def test_a_token_in_an_address_is_not_told(ground: Ground) -> None:
    _git(ground.root, "remote", "set-url", "origin", "https://bot:s3cret@127.0.0.1:9/news.git")
    with ground.target() as target, pytest.raises(PublishingFailed) as fault:
        target.probe()
    assert "s3cret" not in f"{fault.value.message}{fault.value.hint}"


def test_a_machine_without_git_is_told(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    without = Ground(ground.to, ground.root, ground.view, {"PATH": "/nowhere"})
    with without.target() as target, pytest.raises(PublishingFailed, match="no git on this machine"):
        target.probe()


def test_a_push_whose_answer_was_lost_is_known_as_ours(ground: Ground, tmp_path: Path) -> None:
    given = built(tmp_path / "site", newsletter("2026-10"))
    with ground.target() as target:
        prepared = target.put(given, Silence())
        target.point(prepared)
        target.point(prepared)
        live = target.live()
    assert live == prepared.manifest


def test_a_remote_that_refuses_is_told(ground: Ground, tmp_path: Path) -> None:
    hook = _remote(ground) / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'protected branch' >&2\nexit 1\n")
    hook.chmod(0o755)
    with ground.target() as target:
        prepared = target.put(built(tmp_path / "site", newsletter("2026-10")), Silence())
        with pytest.raises(PublishingFailed, match="git could not publish") as fault:
            target.point(prepared)
    assert "Allow the job" in fault.value.hint


def test_a_remote_that_never_answers_is_given_up(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 900)

    monkeypatch.setattr("pressroom.publish.deploy.git.plumbing.subprocess.run", run)
    with ground.target() as target, pytest.raises(PublishingFailed, match="within 15 minutes"):
        target.probe()
