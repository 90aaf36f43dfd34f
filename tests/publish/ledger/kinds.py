"""The three kinds of ledgers, each with a place where it lies and machines that open it."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from tests.publish.ledger.database import Server

from pressroom.model.outlets import LedgerKind
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.opening import open_ledger, read_ledger
from pressroom.publish.ledger.publisher import Publisher

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Watch:
    """A clock that shows what it is told to."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        """Tell the time, a little later each time it is asked."""
        self.time += timedelta(microseconds=1)
        return self.time

    def jump(self, minutes: float) -> None:
        """Jump, forth or back."""
        self.time += timedelta(minutes=minutes)


@dataclass(frozen=True)
class Machine:
    """One machine with a publication on it, and the ledger that it uses."""

    kind: LedgerKind
    root: Path
    environment: Mapping[str, str]
    clock: Watch = field(default_factory=Watch)

    def open(self) -> Ledger:
        """Open the ledger, or begin it."""
        return open_ledger(self.kind, self.root, self.environment, clock=self.clock)

    def read(self) -> View | None:
        """Read the ledger without a trace."""
        return read_ledger(self.kind, self.root, self.environment)

    def other(self) -> "Machine":
        """Return another machine that has the same ledger: with SQLite, this one."""
        if self.kind != "git":
            return self
        root = self.root.with_name(f"machine-{uuid4().hex[:8]}")
        clone(root, self.root.parent / "remote.git")
        return replace(self, root=root)


def machine(kind: LedgerKind, folder: Path, server: Server | None = None) -> Machine:
    """Return a first machine, with a ledger of a kind that nobody has begun."""
    root = folder / "machine"
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    if kind == "git":
        subprocess.run(["git", "init", "--quiet", "--bare", folder / "remote.git"], check=True)
        clone(root, folder / "remote.git")
    else:
        root.mkdir()
    if server:
        schema = f"s{uuid4().hex}"
        server.do(f"CREATE SCHEMA {schema}")
        environment["PRESSROOM_LEDGER_URL"] = server.url(schema)
    return Machine(kind, root, environment)


def clone(root: Path, remote: Path) -> None:
    """Make a repository that knows a remote; the publication's own history does not matter."""
    subprocess.run(["git", "init", "--quiet", root], check=True)
    subprocess.run(["git", "-C", root, "remote", "add", "origin", f"file://{remote}"], check=True)


def publisher(label: str, **about: str | int) -> Publisher:
    """Return somebody who publishes, on a machine that nobody knows."""
    return Publisher.from_dict({"owner": uuid4().hex, "label": label, **about})
