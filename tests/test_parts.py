"""A test that cannot run says so; in CI it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import parts
from tests.parts import Part

_REPOSITORY = Path(__file__).resolve().parents[1]
_LOST = Part(name="The lost part", places=("", "no-such-program", "/no/such/file"))


def test_a_part_is_found_on_the_path_or_where_it_lies() -> None:
    assert Part(name="Shell", places=("no-such-program", "sh")).find()
    assert Part(name="This", places=(__file__,)).need() == Path(__file__)


def test_without_a_part_a_test_is_left_out_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ALL_TESTS", False)
    with pytest.raises(pytest.skip.Exception, match="The lost part is missing"):
        _LOST.need()


def test_in_ci_no_test_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ALL_TESTS", True)
    with pytest.raises(pytest.fail.Exception, match="The lost part is missing"):
        _LOST.need()


def test_what_cannot_be_installed_is_named_and_stops_nothing(tmp_path: Path) -> None:
    """Here there is no apt-get and no npm, since nothing is on the path."""
    nowhere = {**os.environ, "PATH": str(tmp_path), "PRESSROOM_CHROMIUM": ""}
    done = subprocess.run(
        [sys.executable, "-m", "tests.install"],
        cwd=_REPOSITORY,
        env=nowhere,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "Some tests are left out" in done.stderr
    assert "On Debian: apt-get install" in done.stderr
    assert "npm" in done.stderr
