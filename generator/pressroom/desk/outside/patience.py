"""Patience: how long an address is listened to in all, however little is said at a time."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from time import monotonic

LONGEST = 60.0
"""Seconds that one address may take in all: its name, its answers, and where it sends us, however often we ask."""

_LEAST = 0.001
"""Seconds; with none at all, a socket would wait for ever or not at all."""


class Watch:
    """Cuts the lines that were made under it when time is over."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds
        self._lines: list[tuple[Timer, socket.socket]] = []

    @property
    def left(self) -> float:
        """Seconds that are left, never none."""
        return max(_LEAST, self._until - monotonic())

    @property
    def is_over(self) -> bool:
        """Whether time is over."""
        return monotonic() >= self._until

    def over(self, line: socket.socket) -> socket.socket:
        """Return a line that is cut when time is over, whatever is laid on it by then, such as TLS."""
        twin = line.dup()
        timer = Timer(self.left, _cut, [twin])
        timer.daemon = True
        self._lines.append((timer, twin))
        timer.start()
        return line

    def end(self) -> None:
        """Watch no more."""
        for timer, twin in self._lines:
            timer.cancel()
            twin.close()


class Patience:
    """What is left of the time for one address; it runs while we listen, and not while we wait for our turn."""

    def __init__(self, seconds: float = LONGEST) -> None:
        self._left = seconds

    @contextmanager
    def watched(self) -> Iterator[Watch]:
        """Watch what is done meanwhile."""
        begun, watch = monotonic(), Watch(self._left)
        try:
            yield watch
        finally:
            watch.end()
            self._left -= monotonic() - begun


def _cut(line: socket.socket) -> None:
    with suppress(OSError):  # it has ended by itself
        line.shutdown(socket.SHUT_RDWR)
