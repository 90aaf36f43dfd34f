"""The workflows that the project brings: safe for pull requests of anybody, and careful with what they hold."""

import json
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
    assert used or path.name == "proof-comment.yml"  # that one uses none
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_a_pull_requests_job_has_no_secret_and_no_right_but_to_read() -> None:
    path = _ROOT / ".github/workflows/check.yml"
    workflow = read(path)
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text()


def test_a_pull_requests_job_keeps_the_proof_of_what_it_changes_and_says_what_was_found() -> None:
    steps = read(_ROOT / ".github/workflows/check.yml")["jobs"]["check"]["steps"]
    commands = [step.get("run", "") for step in steps]
    assert ".venv/bin/pressroom check --format github" in commands
    [making] = [step for step in steps if "pressroom proof" in step.get("run", "")]
    assert making["env"] == {"BASE": "origin/${{ github.base_ref }}"}
    assert '--changed "$BASE" --pictures --summary "$GITHUB_STEP_SUMMARY"' in making["run"]
    [keeping] = [step for step in steps if "upload-artifact" in step.get("uses", "")]
    assert keeping["with"]["path"] == "build/proof"
    assert keeping["if"] == making["if"] == "${{ !cancelled() && steps.setup.outcome == 'success' }}"

    gitlab = read(_ROOT / ".gitlab-ci.yml")["check"]
    assert gitlab["artifacts"]["reports"] == {"codequality": "code-quality.json"}
    assert "build/proof/" in gitlab["artifacts"]["paths"]
    assert gitlab["artifacts"]["when"] == "always"


def test_whoever_may_comment_runs_nothing_of_the_pull_request() -> None:
    path = _ROOT / ".github/workflows/proof-comment.yml"
    workflow = read(path)
    assert workflow[True] == {"workflow_run": {"workflows": ["check"], "types": ["completed"]}}
    assert workflow["permissions"] == {}
    job = workflow["jobs"]["comment"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert "vars.PRESSROOM_COMMENT == 'true'" in job["if"]
    [step] = job["steps"]
    assert "${{" not in step["run"]
    assert "checkout" not in path.read_text().replace("checks nothing out", "")
    assert "secrets." not in path.read_text()


_GH = """#!{python}
import json, os, sys
words = sys.argv[1:]
with open(os.environ["HEARD"], "a") as heard:
    heard.write(json.dumps(words) + "\\n")
said = json.loads(os.environ["SAID"])
path = next(word for word in words if word.startswith("repos/"))
print(said.get(path.rsplit("/", 1)[1], ""))
"""
"""Stands for GitHub's own program: answers by the end of the path that it is asked for."""


def comment(tmp_path: Path, **said: str) -> list[list[str]]:
    """Run the step that comments, and return what it asked of GitHub."""
    [step] = read(_ROOT / ".github/workflows/proof-comment.yml")["jobs"]["comment"]["steps"]
    program = tmp_path / "gh"
    program.write_text(_GH.format(python=sys.executable))
    program.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "HEARD": str(tmp_path / "heard"),
        "SAID": json.dumps(said),
        "GITHUB_REPOSITORY": "lantern/gangway",
        "GITHUB_SERVER_URL": "https://github.example",
        "CHECKED": "c0ffee",
        "RUN": "77",
        "OUTCOME": "failure",
    }
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(script, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (tmp_path / "heard").read_text().splitlines()]


def test_one_comment_says_where_the_proof_is(tmp_path: Path) -> None:
    *_, asked = comment(tmp_path, artifacts="proof-12 345", **{"12": "c0ffee"})
    assert asked[:5] == ["api", "--silent", "--method", "POST", "repos/lantern/gangway/issues/12/comments"]
    assert asked[-1].startswith("body=<!-- the proof -->\n**[The proof of this issue](https://github.example/lantern/")
    assert "/actions/runs/77/artifacts/345)" in asked[-1]
    assert "Something has to be mended first" in asked[-1]


def test_that_comment_is_kept_up_to_date(tmp_path: Path) -> None:
    *_, asked = comment(tmp_path, artifacts="proof-12 345", comments="9001", **{"12": "c0ffee"})
    assert asked[:5] == ["api", "--silent", "--method", "PATCH", "repos/lantern/gangway/issues/comments/9001"]


@pytest.mark.parametrize(
    "named",
    [
        "",
        "null null",
        "proof-0 1",
        "proof-12",
        "proof-12 x",
        "proof-12;id 1",
        "proof-12 1; id",
        "proof-$(id) 1",
        "proof-12 1\n2",
    ],
)
def test_what_is_no_number_is_not_taken(tmp_path: Path, named: str) -> None:
    [asked] = comment(tmp_path, artifacts=named, **{"12": "c0ffee"})
    assert asked[1].endswith("/artifacts")


def test_the_pull_request_has_to_be_the_one_that_was_checked(tmp_path: Path) -> None:
    asked = comment(tmp_path, artifacts="proof-12 345", **{"12": "another"})
    assert [words[1].rsplit("/", 1)[1] for words in asked] == ["artifacts", "12"]


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
