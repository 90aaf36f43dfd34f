"""The workflows that the project brings: safe for pull requests of anybody, and careful with what they hold."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

_ROOT = Path(__file__).resolve().parents[2]
_WORKFLOWS = sorted((_ROOT / ".github/workflows").glob("*.yml"))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--pedantic", "--no-progress", _ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


@pytest.mark.parametrize("path", _WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text())
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_a_pull_requests_job_has_no_secret_and_no_right_but_to_read() -> None:
    path = _ROOT / ".github/workflows/check.yml"
    workflow = read(path)
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text()


def test_only_the_main_branch_publishes_one_run_at_a_time() -> None:
    workflow = read(_ROOT / ".github/workflows/publish.yml")
    assert workflow["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert set(workflow[True]) == {"push", "schedule", "workflow_dispatch"}
    assert "refs/heads/main" in workflow["jobs"]["publish"]["if"]

    gitlab = read(_ROOT / ".gitlab-ci.yml")["publish"]
    assert gitlab["resource_group"] == "publish"
    assert gitlab["interruptible"] is False
    assert "$CI_DEFAULT_BRANCH" in gitlab["rules"][0]["if"]


@pytest.mark.parametrize(
    "path", [_ROOT / ".github/workflows/check.yml", _ROOT / ".gitlab-ci.yml"], ids=lambda path: path.name
)
def test_a_proposal_and_what_is_published_share_no_cache(path: Path) -> None:
    keys = re.findall(r"^\s+key: (\w+)", path.read_text(), re.MULTILINE)
    assert keys[0] == "check"
    assert set(keys[1:]) <= {"publish"}
