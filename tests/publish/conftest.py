"""A publication that is ready to be published."""

from pathlib import Path

import pytest
from tests.publish.newsroom import Press, make


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    """Give a publication of one issue that went out nowhere yet; git knows nothing of it."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return make(tmp_path / "bench")
