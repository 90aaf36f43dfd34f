"""The effects of a publish, counted; the process is killed just before one of them, by SIGKILL, as by a power cut.

What counts: every transaction that changes the ledger; every connection, and everything that is sent; every renaming
and linking where readers look; every push to a remote; and the
midst of the build, while others help. To be killed after one is to be killed before the next.
"""

import functools
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.engine.default import DefaultDialect

from pressroom.build import hand_press

_OURS = (".pressroom/live", ".pressroom/private", ".pressroom/outbox")
_MOVES = frozenset({"os.rename", "os.link", "os.symlink"})


class Effects:
    """Counts, and kills at the last."""

    def __init__(self, last: int) -> None:
        self._left = last
        self._changes = 0

    def watch(self, root: Path) -> None:
        """Count from now on, in this process."""
        places = tuple(str(root / place) for place in _OURS)
        self._wrap(DefaultDialect, "do_commit", counts=self._changed)
        for name in ("connect", "sendall", "send"):
            self._wrap(socket.socket, name)
        self._wrap(subprocess, "run", counts=_is_git)
        self._wrap(hand_press, "HandPress")
        sys.addaudithook(functools.partial(self._audit, places))

    def _pass(self) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)

    def _wrap(self, owner: Any, name: str, counts: Callable[..., bool] = lambda *_: True) -> None:
        """Count the calls of a function."""
        function = getattr(owner, name)

        @functools.wraps(function)
        def counted(*values: Any, **named: Any) -> Any:
            if counts(*values):
                self._pass()
            return function(*values, **named)

        setattr(owner, name, counted)

    def _changed(self, _: Any, connection: Any) -> bool:
        """Tell whether a transaction of SQLite has written anything."""
        before, self._changes = self._changes, connection.total_changes
        return bool(before != self._changes)

    def _audit(self, places: tuple[str, ...], event: str, values: tuple[Any, ...]) -> None:
        if event in _MOVES and any(str(value).startswith(places) for value in values[:2]):
            self._pass()


def _is_git(command: Any, *_: Any) -> bool:
    return "push" in command
