"""The lock of a ledger in a file: flock(2), which the system lets go of when the process ends, however it ends."""

import fcntl
import os
from pathlib import Path

from sqlalchemy import Connection

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.faults import AGAIN


class FileLock:
    """A file that one process at a time can lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

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
        return FileGrip(self._path, handle)


class FileGrip:
    """A file that this process has locked."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def require(self) -> None:
        """Make sure that the locked file is the one that others would lock.

        Raises:
            PublishingFailed: it was deleted or replaced, so that another could lock its successor.

        """
        try:
            there = self._path.lstat()
        except OSError:
            there = None
        if there is None or not os.path.samestat(there, os.fstat(self._handle)):
            message = f"{self._path} was deleted meanwhile, so another publish may have begun."
            raise PublishingFailed(message, "Leave that file alone, and publish again: it goes on where it stopped.")

    def release(self) -> None:
        """Unlock it, also for the processes that were forked from this one."""
        fcntl.flock(self._handle, fcntl.LOCK_UN)
        os.close(self._handle)
