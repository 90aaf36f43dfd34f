"""The workflows of others are ours, but for how the program is installed and called."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pressroom.desk.scaffolds import workflows

_ROOT = Path(__file__).resolve().parents[3]
_ALL = (*workflows.github(), *workflows.gitlab())


def _changed(path: str, text: str) -> Iterator[tuple[str, str]]:
    lines = (_ROOT / path).read_text().splitlines()
    return ((ours, theirs) for ours, theirs in zip(lines, text.splitlines(), strict=True) if ours != theirs)


def test_all_of_ours_are_there() -> None:
    ours = {path.relative_to(_ROOT).as_posix() for path in (_ROOT / ".github/workflows").iterdir()}
    assert {path for path, _ in _ALL} == {*ours, ".gitlab-ci.yml"}


@pytest.mark.parametrize(("path", "text"), _ALL, ids=[path for path, _ in _ALL])
def test_nothing_differs_but_the_lines_that_install_and_call_the_program(path: str, text: str) -> None:
    changed = list(_changed(path, text))
    assert all("make setup" in ours or ".venv/bin/" in ours for ours, _ in changed), changed
    assert "make " not in text
    assert ".venv" not in text
    assert yaml.safe_load(text).keys() == yaml.safe_load((_ROOT / path).read_text()).keys()


@pytest.mark.parametrize(("path", "text"), _ALL, ids=[path for path, _ in _ALL])
def test_what_calls_the_program_installs_it_before(path: str, text: str) -> None:
    calls = [
        number for number, line in enumerate(text.splitlines()) if "pressroom check" in line or "publish --" in line
    ]
    installs = [number for number, line in enumerate(text.splitlines()) if "--requirement requirements.txt" in line]
    assert not calls or installs[0] < calls[0], path


def test_zizmor_finds_nothing_in_them(tmp_path: Path) -> None:
    for path, text in workflows.github():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    zizmor = Path(sys.executable).with_name("zizmor")
    words = [str(zizmor), "--offline", "--pedantic", "--no-progress", str(tmp_path / ".github")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _hook(text: str) -> dict[str, Any]:
    [hook] = yaml.safe_load(text)
    assert isinstance(hook, dict)
    return hook


def test_the_hook_is_ours_with_the_package_that_it_is_in() -> None:
    ours = _hook((_ROOT / workflows.HOOKS).read_text())
    [(path, text)] = workflows.pre_commit()
    [repository] = yaml.safe_load(text)["repos"]
    assert path == ".pre-commit-config.yaml"
    assert repository["repo"] == "local"
    assert repository["hooks"] == [{**ours, "additional_dependencies": [workflows.requirement()]}]


def test_the_hook_is_one_that_pre_commit_can_run() -> None:
    hook = _hook((_ROOT / workflows.HOOKS).read_text())
    assert hook["id"] == "pressroom-check"
    assert (hook["entry"], hook["language"]) == ("pressroom check", "python")
    assert hook["require_serial"] is True  # else pre-commit would share the files out among several checks at once
