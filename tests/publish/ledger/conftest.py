"""Ledgers of each kind, for tests that say what is true of all of them."""

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
