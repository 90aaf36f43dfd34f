"""Resting folders: those in which nothing has come or gone since they were looked at, so that nobody need list them.

To list a folder takes far longer than to look at it, most of all where the system has to fetch it from the disk. A
folder's time of change (`st_ctime`, which nobody can set) is another once anything has come to it or gone from it. That
is believed only of a folder that had been at rest for longer than one tick of the disk's clock: what comes within the
same tick leaves no trace.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from stat import S_ISDIR

from pressroom.fingerprints import REST

Trace = tuple[int, int]
"""A folder's time of change and inode."""

Traces = Mapping[str, Trace]
"""By the folder's path."""

_FINE = 1_000_000
"""Nanoseconds; a disk that tells parts of these apart has a clock that ticks a hundred times a second or more."""

_TICK = 20_000_000
"""Nanoseconds for which a folder of such a disk is not believed after it was changed; others have coarse clocks."""


def trace_of(folder: str) -> Trace | None:
    """Return what tells a folder from what it is once anything comes or goes; nothing where there is no folder."""
    try:
        facts = os.lstat(folder)
    except OSError:
        return None
    return (facts.st_ctime_ns, facts.st_ino) if S_ISDIR(facts.st_mode) else None


def at_rest(traces: Traces, when: int) -> Traces:
    """Return those that were at rest at some time, in nanoseconds."""
    return {folder: trace for folder, trace in traces.items() if trace[0] + _unsure(trace[0]) < when}


def _unsure(changed: int) -> int:
    return _TICK if changed % _FINE else REST


class Layout:
    """What lies directly in each folder, by the paths of all files."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.files: dict[str, list[str]] = defaultdict(list)
        self.folders: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            self.files[path.rpartition("/")[0]].append(path)
        for folder in with_those_above(self.files):
            self.folders[folder.rpartition("/")[0]].append(folder)

    def all_folders(self) -> Iterable[str]:
        """Return every folder that a file lies in or below."""
        return with_those_above(self.files)

    def names_in(self, folder: str) -> set[str]:
        """Return what the files and folders in a folder are called."""
        inside = (*self.files.get(folder, ()), *self.folders.get(folder, ()))
        return {path.rpartition("/")[2] for path in inside}


def with_those_above(folders: Iterable[str]) -> set[str]:
    """Return folders and all that they lie in."""
    found = set[str]()
    for folder in folders:
        above = folder
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found
