"""A small publication, and a way to call the program on it."""

from pathlib import Path

import pytest
from tests.bench.archive import write_archive
from tests.cli.calling import Caller


@pytest.fixture
def pressroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Caller:
    """Give a caller for a publication of one issue with two stories and an episode."""
    write_archive(tmp_path, issues=1, stories=2)
    return Caller(tmp_path, monkeypatch, capfd)
