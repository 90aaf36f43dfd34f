"""Grounds: for each kind of target a place to deploy to, and a visitor's own view of it, not through the program."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Protocol
from urllib.parse import quote
from xml.etree import ElementTree as ET

from pressroom.model.outlets import Deploy
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.deploying import Deployed, deploy
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Silence, Target

SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=anybody/20261122/us-east-1/s3/aws4_request"}
"""What moto takes for a signature, so that it gives what is in the bucket as a web server before it would."""

_S3 = "{http://s3.amazonaws.com/doc/2006-03-01/}"


class View(Protocol):
    """What a visitor sees."""

    def see(self, path: str) -> bytes | None:
        """Return what a visitor gets for a path."""

    def paths(self) -> set[str]:
        """Return all paths that a visitor could get."""


@dataclass(frozen=True)
class Ground:
    """A place to deploy to."""

    to: str
    root: Path
    view: View
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    keep: int = 3

    @contextmanager
    def target(self) -> Iterator[Target]:
        with target_of(Deploy(to=self.to, keep=self.keep), self.root, self.environment) as target:
            yield target

    def deploy(self, built: Built) -> Deployed:
        with self.target() as target:
            return deploy(target, built, Silence())


@dataclass(frozen=True)
class Served:
    """A folder whose `current` a web server would serve."""

    folder: Path

    def see(self, path: str) -> bytes | None:
        try:
            return (self.folder / "current" / path).read_bytes()
        except OSError:
            return None

    def paths(self) -> set[str]:
        top = (self.folder / "current").resolve()
        return {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Stored:
    """A folder of a bucket, asked over HTTP."""

    port: int
    bucket: str
    prefix: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def see(self, path: str) -> bytes | None:
        status, _, body = self.ask(path)
        return body if status == 200 else None

    def ask(self, path: str) -> tuple[int, Message, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", f"/{self.bucket}/{self.prefix}/{quote(path)}", headers=dict(self.headers))
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def paths(self) -> set[str]:
        return {path for path in self.objects() if not path.startswith("_pressroom/")}

    def objects(self) -> set[str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", f"/{self.bucket}?list-type=2&prefix={self.prefix}/")
        found = ET.fromstring(connection.getresponse().read())  # noqa: S314  a server of the test's own
        connection.close()
        keys = (element.text or "" for element in found.iter(f"{_S3}Key"))
        return {key.removeprefix(f"{self.prefix}/") for key in keys}


@dataclass(frozen=True)
class Pushed:
    """A branch of a bare repository."""

    repository: Path
    branch: str

    def see(self, path: str) -> bytes | None:
        done = self._git("cat-file", "blob", f"{self.branch}:{path}")
        return done.stdout if done.returncode == 0 else None

    def paths(self) -> set[str]:
        listed = self._git("ls-tree", "-r", "-z", "--name-only", self.branch).stdout.decode().split("\0")
        return {path for path in listed if path and path not in ("_pressroom/current.json", ".nojekyll")}

    def _git(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(["git", "-C", self.repository, *words], capture_output=True, check=False)


def repository(folder: Path) -> tuple[Path, Path]:
    """Make a publication's repository and its remote; return both."""
    root, remote = folder / "publication", folder / "remote.git"
    commands: tuple[list[str | Path], ...] = (
        ["git", "init", "--quiet", "--bare", "--initial-branch=main", remote],
        ["git", "init", "--quiet", "--initial-branch=main", root],
        ["git", "-C", root, "remote", "add", "origin", remote],
    )
    for command in commands:
        subprocess.run(command, check=True, capture_output=True)
    return root, remote
