"""A build that is killed, at whatever moment, leaves the last site whole."""

import os
import shutil
import signal
import subprocess
from itertools import count
from pathlib import Path

from tests.bench.archive import write_archive
from tests.whole.running import PROGRAM, run, tree


def test_killing_the_build_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    write_archive(tmp_path, issues=2, stories=2)
    assert run(tmp_path, "build").code == 0
    before = tree(tmp_path / "site")
    story = tmp_path / "content/issues/2026-11/story-01.md"
    story.write_text(story.read_text().replace("What happened", "What happened next"))

    for kills in count(1):
        finished = _kill_after(tmp_path, kills * 0.02)
        found = tree(tmp_path / "site")
        if finished:
            break
        assert before == found or _is_new(tmp_path), f"after {kills * 20} ms the site was neither the last nor the next"

    assert kills > 10, "the build was over before it could be killed: this test shows nothing"
    assert found != before
    assert _is_new(tmp_path)
    _change_back(story)
    assert run(tmp_path, "build").code == 0
    assert tree(tmp_path / "site") == before, "what a killed build left is no part of a later one"


def _change_back(story: Path) -> None:
    story.write_text(story.read_text().replace("What happened next", "What happened"))


def _kill_after(root: Path, seconds: float) -> bool:
    """Start a build and kill it with SIGKILL; tell whether it had finished."""
    process = subprocess.Popen(
        [*PROGRAM, "--root", str(root), "build"], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False


def _is_new(root: Path) -> bool:
    """Tell whether the site is the whole next one: the one that a build from nothing makes elsewhere."""
    page = root / "site/issues/2026-11/story-01/index.html"
    return "What happened next" in page.read_text() and tree(root / "site") == _expected(root)


def _expected(root: Path) -> dict[str, str]:
    twin = root.parent / f"{root.name}-twin"
    if not twin.exists():
        for part in ("content", "podcast"):
            shutil.copytree(root / part, twin / part)
        assert run(twin, "build").code == 0
    return tree(twin / "site")
