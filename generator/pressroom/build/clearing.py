"""Clearing: what was kept is put out of the way at once, and removed while the next build is made."""

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from pressroom import crew
from pressroom.build.lock import writing
from pressroom.build.places import Places, require_own

_GONE = ".gone-"
"""How a folder in build/ is called that is being removed; one that was left half removed goes with the next."""

_HANDS = 4
"""Files that are removed at once: a disk has them wait for each other less than one after another."""


@contextmanager
def cleared(places: Places) -> Iterator[None]:
    """Take away what was kept, and what lies in build/ beside the last build, from before a block until its end.

    The last build itself, `site/` and what it made in `build/`, stays until the next takes its place, whole.

    Raises:
        Unreadable: what is to be removed may lie elsewhere.
        Unwritable: another build is running, or something cannot be moved away.

    """
    require_own(places)
    places.build.mkdir(exist_ok=True)
    stays = (places.email, places.hosting, places.private)
    with writing(places):
        gone = put_away(places, [path for path in (places.cache, *places.build.iterdir()) if path not in stays])
    with removing(gone):  # from here on: another process would go on holding the lock
        yield


@contextmanager
def removing(gone: Path) -> Iterator[None]:
    """Have a folder removed while a block runs."""
    with crew.beside(partial(_remove, gone), _unheard) as removed:
        try:
            yield
        finally:
            removed()


def sweep(places: Places) -> None:
    """Remove what a build that was killed had put out of the way, as far as it lets itself be removed."""
    for gone in places.build.glob(f"{_GONE}*"):
        _remove(gone, _unheard)


def put_away(places: Places, unwanted: Collection[Path]) -> Path:
    """Move what is to be removed into one folder; return it."""
    there = [path for path in unwanted if path.exists() or path.is_symlink()]
    gone = _room(places, there)
    for number, path in enumerate(there):
        if path.exists() or path.is_symlink():
            _move(path, gone / str(number))
    return gone


def _room(places: Places, there: Collection[Path]) -> Path:
    """Return a new folder; where the disk is full, remove what is there first."""
    try:
        return Path(mkdtemp(dir=places.build, prefix=_GONE))
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
    for path in there:
        _remove_now(path)
    return Path(mkdtemp(dir=places.build, prefix=_GONE))


def _move(path: Path, target: Path) -> None:
    """Move something out of the way; where a disk of its own is mounted there, remove what it holds."""
    try:
        path.rename(target)
    except OSError as fault:
        if fault.errno not in (errno.EXDEV, errno.EBUSY):
            raise
        for inside in path.iterdir():
            _remove_now(inside)


def _remove_now(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _remove(gone: Path, _done: Callable[[], None]) -> None:
    """Remove a folder as far as it lets itself be removed: nobody looks into it any more."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  most builds remove nothing

    with ThreadPoolExecutor(_HANDS) as pool:
        for folder, _, names in os.walk(gone):
            pool.submit(_unlink, folder, names)
    shutil.rmtree(gone, ignore_errors=True)


def _unlink(folder: str, names: Collection[str]) -> None:
    for name in names:
        with suppress(OSError):
            os.unlink(f"{folder}/{name}")  # noqa: PTH108  objects for thousands of them take long


def _unheard() -> None:
    """Hear of no step."""
