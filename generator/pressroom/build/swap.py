"""The swap: a finished folder takes an old one's place, in one step where the system has such a step."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, and remove what was there; both are on one file system.

    Whenever this is interrupted, `old` is a whole folder, or `recover` makes it one.

    """
    if not old.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.rename(old)
        return
    if not _exchange(new, old):
        _step_aside(new, old)
    shutil.rmtree(new, ignore_errors=True)


def recover(new: Path, old: Path) -> None:
    """Finish or undo a swap that was interrupted between its two renames."""
    aside = _aside(new)
    if aside.exists() and not old.exists():
        aside.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two folders atomically (Linux: renameat2(2)); False where the system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    names = (os.fsencode(new), os.fsencode(old))
    return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def _step_aside(new: Path, old: Path) -> None:
    aside = _aside(new)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def _aside(new: Path) -> Path:
    return new.with_name(f"{new.name}.aside")
