"""The swap: finished folders take the places of old ones, each in one step where the system has such a step."""

import ctypes
import os
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(*pairs: tuple[Path, Path]) -> None:
    """Put each new folder in the place of an old one as `trade` does, and remove what was there.

    Raises:
        OSError: as `trade`.

    """
    trade(*pairs)
    for new, _ in pairs:
        shutil.rmtree(new, ignore_errors=True)


def trade(*pairs: tuple[Path, Path]) -> None:
    """Have each new folder and an old one trade places: all of them, or none.

    A pair is the new folder and the old, both on one file system. Whenever this is interrupted,
    each old one is a whole folder, or `recover` makes it one.

    Raises:
        OSError: one of them cannot take its place; those before it have gone back.

    """
    with ExitStack() as back:
        for new, old in pairs:
            old.parent.mkdir(parents=True, exist_ok=True)
            _trade(new, old)
            back.callback(_trade, new, old)
        back.pop_all()


def recover(new: Path, old: Path) -> None:
    """Finish or undo a swap that was interrupted between its two renames."""
    aside = _aside(new)
    if aside.exists() and not old.exists():
        aside.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def _trade(new: Path, old: Path) -> None:
    """Have two folders, one of which may be missing, trade places; done twice, it is undone."""
    if not old.exists():
        new.rename(old)
    elif not new.exists():
        old.rename(new)
    elif not _exchange(new, old):
        _step_aside(new, old)


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
