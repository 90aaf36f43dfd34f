"""Each kind of target, ready to be deployed to; servers run once for each worker."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from tests.publish.deploy import servers
from tests.publish.deploy.grounds import SIGNED, Ground, Pushed, Served, Stored, repository

KINDS = ("folder", "ssh", "s3", "radosgw", "git")


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Machine]:
    with servers.sshd(tmp_path_factory.mktemp("sshd")) as machine:
        yield machine


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with servers.moto(tmp_path_factory.mktemp("moto")) as port:
        yield port


@pytest.fixture(scope="session")
def radosgw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with servers.radosgw(tmp_path_factory.mktemp("radosgw")) as port:
        yield port


@pytest.fixture
def keys(s3: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have obstore find moto's server, and return its port."""
    for name, value in servers.s3_environment(s3).items():
        monkeypatch.setenv(name, value)
    return s3


@pytest.fixture
def ceph_keys(radosgw: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have obstore find Ceph's gateway, and return its port."""
    for name, value in servers.s3_environment(radosgw).items():
        monkeypatch.setenv(name, value)
    return radosgw


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ground(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Ground:
    """Return an empty place of a kind."""
    root = tmp_path / "publication"
    match kind:
        case "folder":
            root.mkdir()
            return Ground(f"folder:{tmp_path}/www", root, Served(tmp_path / "www"))
        case "ssh":
            root.mkdir()
            machine: servers.Machine = request.getfixturevalue("machine")
            folder = tmp_path / "far away"
            return Ground(machine.address(folder), root, Served(folder), machine.environment)
        case "s3" | "radosgw":
            moto = kind == "s3"
            port, prefix = request.getfixturevalue("keys" if moto else "ceph_keys"), uuid4().hex
            view = Stored(port, servers.BUCKET, prefix, SIGNED if moto else {})
            return Ground(f"s3://{servers.BUCKET}/{prefix}", root, view, dict(os.environ))
        case _:
            root, remote = repository(tmp_path)
            return Ground("git:pages", root, Pushed(remote, "pages"))
