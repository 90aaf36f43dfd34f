"""Opening a ledger of whichever kind: made where there is none, looked through where there is one."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pressroom.model.outlets import LedgerKind
from pressroom.publish.ledger.carrying import GitCarrier, read_remote
from pressroom.publish.ledger.files import open_sqlite, read_sqlite
from pressroom.publish.ledger.ledger import Clock, Ledger, View, real_time
from pressroom.publish.ledger.plumbing import Repository
from pressroom.publish.ledger.servers import open_postgresql, read_postgresql

__all__ = ["FOLDER", "open_ledger", "open_sqlite", "read_ledger"]

FOLDER: Final = ".pressroom"
"""Where a publication keeps what is never cleaned away, below its root."""

_FILE: Final = "ledger.sqlite"
_CARRYING: Final = "carrying"
"""Where what is on its way to git lies, beside the ledger."""


def open_ledger(kind: LedgerKind, root: Path, environment: Mapping[str, str], *, clock: Clock = real_time) -> Ledger:
    """Open the ledger of the publication at a root, or begin it; the environment says where, if it is not a file here.

    It is not this process's alone yet: `holding.holding` makes it that, and has git fetch it.

    Raises:
        Unreadable: the environment does not say where it is.
        PublishingFailed: it is damaged, another program's, or of a newer schema, or cannot be reached or written.

    """
    if kind == "postgresql":
        return open_postgresql(environment, clock=clock)
    path = root / FOLDER / _FILE
    if kind == "sqlite":
        return open_sqlite(path, clock=clock)
    repository = Repository(root, root / FOLDER / _CARRYING, environment)
    return open_sqlite(path, GitCarrier(repository, path), clock=clock)


def read_ledger(kind: LedgerKind, root: Path, environment: Mapping[str, str]) -> View | None:
    """Read the ledger of the publication at a root, making and changing nothing; None where there is none.

    Raises:
        Unreadable: the environment does not say where it is.
        PublishingFailed: it is damaged, another program's, or of a newer schema, or cannot be reached or read.

    """
    if kind == "postgresql":
        return read_postgresql(environment)
    if kind == "sqlite":
        return read_sqlite(root / FOLDER / _FILE)
    with tempfile.TemporaryDirectory(prefix="pressroom-") as folder:
        return read_remote(Repository(root, Path(folder), environment))
