"""Growing: the next build comes to be in the tree of the last but one, where what is as it was stays as it is.

A file is as it was where its digest is the one that was noted, and where size, time of modification and inode say that
nobody has touched it since. What the tree lacks is a link to the last build, or written. Nothing is ever written into
a file that stands, since the last build may have the same one: a changed one is a new file.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from pressroom.build.clearing import put_away, removing
from pressroom.build.records import Note, Records, facts_of
from pressroom.build.resting import Layout, Trace, Traces, at_rest, trace_of, with_those_above
from pressroom.build.surveying import GROWING, Survey


class Growth:
    """A build that grows in the staging folder; paths are relative to the publication's root."""

    def __init__(self, records: Records, survey: Survey) -> None:
        """Begin with what stands in the staging folder, by a survey of it."""
        self.places = records.places
        self._records = records
        self._now: dict[str, Note] = {}
        self._here, self._there = str(self.places.root), str(self.places.staging)
        self._survey = survey
        self._standing = survey.standing(records)
        self._folders = set(survey.folders)

    def has_all(self, files: Mapping[str, str]) -> bool:
        """Tell whether all of these files, given with their digests, need not be written."""
        return all(self._as_written(path, digest) or self._records.has(path, digest) for path, digest in files.items())

    def put(self, path: str, digest: str, write: Callable[[Path], object]) -> None:
        """Have a file in its place: that of an earlier build, or what `write` writes there."""
        note = self._as_written(path, digest)
        if note:
            self._now[path] = note
            return
        target = self.place(path)
        if self._records.has(path, digest):
            _bring(f"{self._here}/{path}", target)
        else:
            write(Path(target))
        self._now[path] = (digest, facts_of(target) or "")

    def place(self, path: str) -> str:
        """Return where a file is to be written, in a folder that is there, and with nothing in its way."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            self._make(folder)
        if path in self._standing:
            os.unlink(f"{self._there}/{path}")  # noqa: PTH108  as in _make
            del self._standing[path]
        elif path in self._folders:
            self._fell(path)
        return f"{self._there}/{path}"

    def prune(self) -> None:
        """Take out whatever nobody has put there, but for the folders that it began with, which may be empty."""
        for path in self._standing.keys() - self._now.keys():
            os.unlink(f"{self._there}/{path}")  # noqa: PTH108  as in _make
        wanted = with_those_above({path.rpartition("/")[0] for path in self._now})
        for folder in sorted(self._folders - wanted - set(GROWING)):
            with suppress(FileNotFoundError):  # it went with one above it
                shutil.rmtree(f"{self._there}/{folder}")

    def keep(self) -> None:
        """Keep what was noted, once this build is the last one.

        Of folders it is noted what they were before it grew: one that has changed since is listed again.
        """
        self._records.keep(self._now, self._survey.resting())

    @contextmanager
    def sown(self) -> Iterator[None]:
        """Have the next build grow in links to this one, once it is the last one and nothing was noted before it.

        To link all files takes as long as to build a changed page, and who builds everything waits longer. What stood
        there before is removed while a block runs.
        """
        gone = put_away(self.places, [self.places.staging])
        with removing(gone):
            with suppress(OSError):  # a disk without links, or a full one
                self._link_all()
            layout = Layout(self._now)
            self._records.keep(self._now, _resting(self._here, layout), _resting(self._there, layout))
            yield

    def _link_all(self) -> None:
        for folder in sorted({path.rpartition("/")[0] for path in self._now}):
            os.makedirs(f"{self._there}/{folder}", exist_ok=True)  # noqa: PTH103  as in _make
        for path in self._now:
            os.link(f"{self._here}/{path}", f"{self._there}/{path}", follow_symlinks=False)

    def _as_written(self, path: str, digest: str) -> Note | None:
        """Return the note of a file that stands there as it was written with this digest."""
        facts = self._standing.get(path)
        return None if facts is None else self._records.find(path, digest, facts)

    def _make(self, folder: str) -> None:
        """Make a folder, and those above it, which were files in an earlier build perhaps."""
        above = folder.rpartition("/")[0]
        if above and above not in self._folders:
            self._make(above)
        if folder in self._standing:
            os.unlink(f"{self._there}/{folder}")  # noqa: PTH108  as below
            del self._standing[folder]
        os.makedirs(f"{self._there}/{folder}", exist_ok=True)  # noqa: PTH103  thousands of paths, and objects for all of them take long
        self._folders.add(folder)

    def _fell(self, folder: str) -> None:
        """Take out a folder, with all that stands in it, where a file is to be."""
        shutil.rmtree(f"{self._there}/{folder}")
        below = f"{folder}/"
        self._standing = {path: facts for path, facts in self._standing.items() if not path.startswith(below)}
        self._folders = {one for one in self._folders if one != folder and not one.startswith(below)}


def _resting(root: str, layout: Layout) -> Traces:
    """Return the traces of those folders that are at rest, and hold what they are to hold and nothing else."""
    when, seen = time.time_ns(), dict[str, Trace]()
    for folder in layout.all_folders():
        trace = trace_of(f"{root}/{folder}")
        if trace and set(os.listdir(f"{root}/{folder}")) == layout.names_in(folder):  # noqa: PTH208  as in _make
            seen[folder] = trace
    return at_rest(seen, when)


def _bring(last: str, target: str) -> None:
    try:
        os.link(last, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(last, target, follow_symlinks=False)
