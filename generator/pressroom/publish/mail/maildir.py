"""Copies into a Maildir: what publishing does out of the box, so that anybody can watch it without a mail server.

A copy's file has a name that follows from its Message-ID. So a copy that is brought again is the same file, and none
is ever uncertain. Lines end as mail programs keep them on disk, in LF.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.letters import Copy

_FOLDERS: Final = ("tmp", "new", "cur")
_STORED: Final = "stored"


@dataclass(frozen=True, slots=True)
class MaildirRoute:
    """A Maildir on this machine."""

    folder: Path

    @property
    def repeatable(self) -> bool:
        """Bringing a copy again makes the same file."""
        return True

    def connect(self) -> "MaildirSession":
        """Make the folders, where they are missing.

        Raises:
            PublishingFailed: they cannot be made.

        """
        with _told(self.folder):
            for name in _FOLDERS:
                (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
            read = {path.name.partition(":")[0] for path in (self.folder / "cur").iterdir()}
        return MaildirSession(self.folder, read)


class MaildirSession:
    """Writes one copy after the other."""

    def __init__(self, folder: Path, read: set[str]) -> None:
        self._folder = folder
        self._read = read
        """The names of what somebody has looked at already."""

        self._name = ""

    def try_sender(self, sender: str) -> None:
        """Take any."""

    def is_open(self) -> bool:
        """Tell that another copy can be written."""
        return True

    def offer(self, copy: Copy) -> Answer | None:
        """Write a copy where no mail program looks.

        Raises:
            PublishingFailed: it cannot be written.

        """
        self._name = f"pressroom.{sha256(copy.message_id.encode()).hexdigest()[:32]}"
        if self._name in self._read:
            return Answer(Ending.ACCEPTED, _STORED)
        with _told(self._folder):
            handle = os.open(self._folder / "tmp" / self._name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "wb") as file:  # noqa: PTH123  a descriptor, not a path
                file.write(copy.message().replace(b"\r\n", b"\n"))
                file.flush()
                os.fsync(handle)
        return None

    def finish(self, following: Copy | None = None) -> Answer:  # noqa: ARG002  there is nothing to send before it
        """Move it to where mail programs look.

        Raises:
            PublishingFailed: it cannot be moved.

        """
        with _told(self._folder):
            (self._folder / "tmp" / self._name).replace(self._folder / "new" / self._name)
            handle = os.open(self._folder / "new", os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        return Answer(Ending.ACCEPTED, _STORED)

    def quit(self) -> None:
        """Leave; there is nobody to be told."""

    def close(self) -> None:
        """Leave nothing behind of a copy that was not finished."""
        if self._name:
            with suppress(OSError):
                (self._folder / "tmp" / self._name).unlink(missing_ok=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        message = f"No message can be put into {folder}: {fault.strerror or 'the system says no more'}."
        raise PublishingFailed(message, "Make room, or give the user who publishes the right to write there.") from None
