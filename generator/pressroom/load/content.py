"""The content as it is being loaded: what lies there, what was used of it, and what was found wrong."""

from collections.abc import Iterable
from io import BufferedReader
from pathlib import Path, PurePosixPath

from pressroom.load.faults import Notes, fault
from pressroom.load.text import decode
from pressroom.load.tree import Tree, survey
from pressroom.model.base import Model
from pressroom.model.finding import Fault, Finding
from pressroom.model.roots import ROOTS
from pressroom.plain import open_plain, read_at_most
from pressroom.store import Store

LARGEST_TEXT = 2_000_000
"""Bytes that a text file may have."""


class Report(Model):
    """What was found while a part of the content was loaded by itself."""

    findings: tuple[Finding, ...] = ()
    used: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


class Content:
    """One publication's files while they are loaded."""

    def __init__(self, root: Path, store: Store, tree: Tree, notes: Notes) -> None:
        self.root = root
        self.store = store
        self.notes = notes
        self.tree = tree
        self._used: set[str] = set()
        self._doubtful: set[str] = set()

    @classmethod
    def of(cls, root: Path, store: Store) -> "Content":
        """Look at all that lies in a publication."""
        notes = Notes()
        return cls(root, store, survey(root, notes), notes)

    def again(self, folders: Iterable[str] = ROOTS) -> "Content":
        """Look at all of it anew, or at what lies in some folders."""
        notes = Notes()
        return Content(self.root, self.store, survey(self.root, notes, folders), notes)

    def within(self, folders: Iterable[str]) -> "Content":
        """Return what lies in some folders, which is less to send to another process."""
        return Content(self.root, self.store, self.tree.within(folders), self.notes)

    def aside(self) -> "Content":
        """Return the same files for a part that is loaded by itself; what is found there is its own."""
        return Content(self.root, self.store, self.tree, self.notes.aside())

    def report(self) -> Report:
        """Return what was found so far."""
        return Report(
            findings=self.notes.findings(), used=tuple(sorted(self._used)), doubtful=tuple(sorted(self._doubtful))
        )

    def take(self, report: Report) -> None:
        """Take in what was found of a part."""
        self.notes.take(report.findings)
        self._used.update(report.used)
        self._doubtful.update(report.doubtful)

    def open(self, path: str) -> BufferedReader:
        """Open a plain file.

        Raises:
            OSError: it is no plain file, or may not be read.

        """
        return open_plain(self.root / path)

    def text(self, path: str) -> str | None:
        """Return a text file's content with line feeds; None where a fault was noted."""
        self.use(path)
        if self.tree.is_refused(path):
            return None
        read = self._decoded(path)
        if isinstance(read, Fault):
            self.notes.add(path, read)
            return None
        return read

    def peek(self, path: str) -> str | None:
        """Return a text file's content as `text` does, without noting anything."""
        read = None if self.tree.is_refused(path) else self._decoded(path)
        return read if isinstance(read, str) else None

    def _decoded(self, path: str) -> str | Fault:
        try:
            with self.open(path) as file:
                data = read_at_most(file, LARGEST_TEXT + 1)
        except OSError as wrong:
            return unreadable(wrong)
        if len(data) > LARGEST_TEXT:
            message = f"The text is larger than {LARGEST_TEXT // 1_000_000} MB."
            return fault("text-too-large", 1, message, "Split it, or move what is no text into files of its own.")
        return decode(data)

    def use(self, path: str) -> None:
        """Remember that a file belongs to something."""
        self._used.add(path)

    def doubt(self, folder: str) -> None:
        """Remember that it is not known what the files in a folder belong to, since a text there is faulty."""
        self._doubtful.add(folder)

    def unused(self) -> tuple[str, ...]:
        """Return the files that surely belong to nothing, sorted."""
        return tuple(path for path in sorted(self.tree.files - self._used) if not self._is_doubtful(path))

    def _is_doubtful(self, path: str) -> bool:
        nearest, *above = (str(folder) for folder in PurePosixPath(path).parents)
        return nearest in self._doubtful or any(folder in self._doubtful - set(ROOTS) for folder in above)


def unreadable(wrong: OSError, name: str = "The file") -> Fault:
    """Return the fault of a file that could not be opened or read."""
    return fault("unreadable-file", 1, f"{name} cannot be read: {wrong.strerror}.", "Mend its rights, or delete it.")
