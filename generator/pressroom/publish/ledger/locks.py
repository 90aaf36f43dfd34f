"""The lock of a ledger in a file: flock(2), which the system lets go of when the process ends, however it ends."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.faults import AGAIN, BACKUP


class FileLock:
    """A file that one process at a time can lock, and the ledger beside it that this is about."""

    def __init__(self, path: Path, ledger: Path) -> None:
        self._path = path
        self._ledger = ledger

    def take(self, connection: Connection) -> "FileGrip | None":  # noqa: ARG002  transactions of a file follow each other as it is
        """Lock it; None where another process has."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError as fault:
            raise PublishingFailed(f"{self._path} cannot be opened: {fault.strerror}.", AGAIN) from fault
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return FileGrip(self._path, handle, self._ledger)


class FileGrip:
    """A file that this process has locked."""

    def __init__(self, path: Path, handle: int, ledger: Path) -> None:
        self._handle = handle
        self._meant = {path: _identity(path), ledger: _identity(ledger)}

    def require(self) -> None:
        """Make sure that both files are those that others would find.

        Raises:
            PublishingFailed: one was deleted or replaced: another could publish beside this one, or know nothing of it.

        """
        for path, meant in self._meant.items():
            if _identity(path) != meant:
                message = (
                    f"{path} was deleted or replaced while this publish was going on, which has stopped therefore."
                )
                raise PublishingFailed(message, BACKUP)

    def release(self) -> None:
        """Unlock it, also for the processes that were forked from this one."""
        fcntl.flock(self._handle, fcntl.LOCK_UN)
        os.close(self._handle)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file it is, whatever its name; None where there is none."""
    with suppress(OSError):
        about = path.lstat()
        return about.st_dev, about.st_ino
    return None
