"""Ledgers of each kind, for tests that say what is true of all of them."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.publish.ledger.database import Server, running
from tests.publish.ledger.kinds import Machine, machine


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql", "git"])
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Machine:
    server = request.getfixturevalue("server") if request.param == "postgresql" else None
    return machine(request.param, tmp_path, server)


@pytest.fixture
def in_git(tmp_path: Path) -> Machine:
    return machine("git", tmp_path)


@pytest.fixture
def in_database(tmp_path: Path, server: Server) -> Machine:
    return machine("postgresql", tmp_path, server)


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that every user can reach, unlike those of a test that root runs."""
    folder = Path(tempfile.mkdtemp(prefix="shared-"))
    inside = folder / ".pressroom"
    inside.mkdir()
    folder.chmod(0o755)
    yield inside
    inside.chmod(0o755)
    shutil.rmtree(folder)
