"""Surveying: what stands in the tree in which the next build grows, compared with what was noted of it.

An archive has thousands of files, and to look at each takes longer than to build a changed page. So another process
looks at them while this one reads what is to be built. That is before this build holds the lock: what was seen counts
only where nobody else has held it since.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pressroom import crew
from pressroom.build.lock import glance
from pressroom.build.places import Places
from pressroom.build.records import Facts, Records, facts_in, facts_of
from pressroom.build.resting import Layout, Trace, Traces, at_rest, trace_of
from pressroom.store import FOLDER, Store

GROWING = ("site", "build/email", "build/hosting")
"""What grows in the tree of the last build but one; a private show's feeds are made each time."""

_UNKNOWN = ("", "")


class Survey(NamedTuple):
    """What stands there, as it differs from what was noted; paths are relative to the publication's root."""

    turn: int | None
    """The lock's turn when it was begun."""

    mark: str
    """That of the records it was compared with."""

    begun: int
    """When, in nanoseconds."""

    folders: Traces
    """Each as it was before it was looked into."""

    missing: frozenset[str]
    """What was noted and does not stand there."""

    strange: Mapping[str, Facts]
    """What stands there otherwise than it was noted."""

    def standing(self, records: Records) -> dict[str, Facts]:
        """Return what stands there, given the records that it was compared with."""
        noted = {path: facts for path, (_, facts) in records.noted().items() if path not in self.missing}
        return {**noted, **self.strange}

    def resting(self) -> Traces:
        """Return the folders that were at rest."""
        return at_rest(self.folders, self.begun)

    def still_holds(self, places: Places) -> bool:
        """Tell whether nothing has come to a folder since, or gone from one."""
        staging = str(places.staging)
        return all(trace_of(f"{staging}/{folder}") == trace for folder, trace in self.folders.items())


_NOTHING = Survey(None, "", 0, {}, frozenset(), {})


def begin(root: Path) -> Callable[[], Survey]:
    """Begin to survey a publication's growing tree beside this process; what is returned waits for it."""
    return crew.aside(crew.patiently(partial(_look, Places(root=root))))


def survey(places: Places, records: Records, turn: int | None = None) -> Survey:
    """Look at all that stands in the growing tree; what is noted of a folder at rest is not listed again."""
    begun, noted = time.time_ns(), records.noted()
    seen = _Seen(str(places.staging), records.resting(), Layout(noted))
    for top in GROWING:
        seen.walk(top)
    strange = {path: facts for path, facts in seen.files.items() if noted.get(path, _UNKNOWN)[1] != facts}
    return Survey(turn, records.mark, begun, seen.folders, frozenset(noted.keys() - seen.files.keys()), strange)


def _look(places: Places) -> Survey:
    turn = glance(places)
    if turn is None:  # nothing that is seen now would count
        return _NOTHING
    try:
        return survey(places, Records(places, Store(places.root / FOLDER)), turn)
    except OSError:  # somebody builds, or tidies up
        return _NOTHING


class _Seen:
    """What stands in a tree, as far as it was walked through."""

    def __init__(self, root: str, resting: Traces, noted: Layout) -> None:
        self.files: dict[str, Facts] = {}
        self.folders: dict[str, Trace] = {}
        self._root = root
        self._resting = resting
        self._noted = noted

    def walk(self, top: str) -> None:
        """Look at what stands below a folder; a link to a folder is a file here, and nobody looks behind it."""
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            trace = trace_of(f"{self._root}/{folder}")
            if trace is not None:
                self.folders[folder] = trace
                waiting += self._look_at(folder) if self._resting.get(folder) == trace else self._list(folder)

    def _look_at(self, folder: str) -> Iterable[str]:
        """Look at the files that were noted of a folder, of which others may be gone; give the folders in it."""
        for path in self._noted.files.get(folder, ()):
            facts = facts_of(f"{self._root}/{path}")
            if facts is not None:
                self.files[path] = facts
        return self._noted.folders.get(folder, ())

    def _list(self, folder: str) -> Iterable[str]:
        """Look at whatever lies in a folder; give the folders in it."""
        inside = []
        with os.scandir(f"{self._root}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    inside.append(path)
                else:
                    self.files[path] = facts_in(entry.stat(follow_symlinks=False))
        return inside
