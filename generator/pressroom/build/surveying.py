"""Surveying: what stands in the tree in which the next build grows, compared with what was noted of it.

An archive has thousands of files, and to look at each takes longer than to build a changed page. So another process
looks at them while this one reads what is to be built. That is before this build holds the lock: what was seen counts
only where nobody else has held it since.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pressroom import crew
from pressroom.build.lock import glance
from pressroom.build.places import Places
from pressroom.build.records import Facts, Records
from pressroom.store import FOLDER, Store

GROWING = ("site", "build/email", "build/hosting")
"""What grows in the tree of the last build but one; a private show's feeds are made each time."""


class Survey(NamedTuple):
    """What stands there, as it differs from what was noted; paths are relative to the publication's root."""

    turn: int | None
    """The lock's turn when it was begun."""

    mark: str
    """That of the records it was compared with."""

    folders: Mapping[str, Facts]
    """Each with its time of modification and inode before it was looked into."""

    missing: frozenset[str]
    """What was noted and does not stand there."""

    strange: Mapping[str, Facts]
    """What stands there otherwise than it was noted."""

    def standing(self, records: Records) -> dict[str, Facts]:
        """Return what stands there, given the records that it was compared with."""
        noted = {path: note[1:] for path, note in records.noted().items() if path not in self.missing}
        return {**noted, **self.strange}

    def still_holds(self, places: Places) -> bool:
        """Tell whether nothing has come to a folder since, or gone from one."""
        return all(_seen(f"{places.staging}/{folder}") == facts for folder, facts in self.folders.items())


_NOTHING = Survey(None, "", {}, frozenset(), {})


def begin(root: Path) -> Callable[[], Survey]:
    """Begin to survey a publication's growing tree beside this process; what is returned waits for it."""
    return crew.aside(crew.patiently(partial(_look, Places(root=root))))


def survey(places: Places, records: Records, turn: int | None = None) -> Survey:
    """Look at all that stands in the growing tree."""
    folders, found = dict[str, Facts](), dict[str, Facts]()
    for top in GROWING:
        if os.path.isdir(f"{places.staging}/{top}"):  # noqa: PTH112  as in growing
            _walk(str(places.staging), top, folders, found)
    noted = records.noted()
    strange = {path: facts for path, facts in found.items() if noted.get(path, [None])[1:] != facts}
    return Survey(turn, records.mark, folders, frozenset(noted.keys() - found.keys()), strange)


def _look(places: Places) -> Survey:
    turn = glance(places)
    if turn is None:  # nothing that is seen now would count
        return _NOTHING
    try:
        return survey(places, Records(places, Store(places.root / FOLDER)), turn)
    except OSError:  # somebody builds, or tidies up
        return _NOTHING


def _seen(folder: str) -> Facts:
    """Return what tells whether anything has come to a folder, or gone from it; nothing of one that is gone."""
    try:
        facts = os.lstat(folder)
    except OSError:
        return []
    return [facts.st_mtime_ns, facts.st_ino]


def _walk(root: str, top: str, folders: dict[str, Facts], found: dict[str, Facts]) -> None:
    """Note what stands below a folder; a link to a folder is a file here, and nobody looks behind it."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        folders[folder] = _seen(f"{root}/{folder}")
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                else:
                    facts = entry.stat(follow_symlinks=False)
                    found[path] = [facts.st_size, facts.st_mtime_ns, facts.st_ino]
