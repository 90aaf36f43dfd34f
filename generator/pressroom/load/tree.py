"""What lies in content/ and podcast/: plain files and folders, and nothing that leads or hangs elsewhere."""

import os
import stat
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from pathlib import Path, PurePosixPath

from pressroom.load.characters import first_forbidden
from pressroom.load.faults import Notes
from pressroom.model.roots import ROOTS

_SPECIAL = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


_BREAKS = frozenset("\t\n")


@dataclass(frozen=True)
class Tree:
    """All files and folders, by path relative to the publication's root; hidden ones and READMEs are left out."""

    files: frozenset[str]
    folders: frozenset[str]
    refused: frozenset[str]
    """What has a finding and must not be opened: links, devices, what may not be read."""

    def texts_in(self, folder: str) -> tuple[str, ...]:
        """Return the paths of the texts that lie directly in a folder, sorted; also of those that were refused."""
        return tuple(path for path in self._in(folder) if path.endswith(".md") and path not in self.folders)

    def files_in(self, folder: str) -> tuple[str, ...]:
        """Return the paths of the files that lie directly in a folder, sorted, without those that were refused."""
        return tuple(path for path in self._in(folder) if path in self.files)

    def folders_in(self, folder: str) -> tuple[str, ...]:
        """Return the paths of the folders that lie directly in a folder, sorted; also of those that were refused."""
        return tuple(path for path in self._in(folder) if path in self.folders or path in self._refused_folders)

    @cached_property
    def _refused_folders(self) -> frozenset[str]:
        return frozenset(path for path in self.refused if not PurePosixPath(path).suffix)

    def _in(self, folder: str) -> tuple[str, ...]:
        return self._by_folder.get(folder, ())

    @cached_property
    def _by_folder(self) -> dict[str, tuple[str, ...]]:
        children = defaultdict[str, list[str]](list)
        for path in sorted(self.files | self.folders | self.refused):
            children[path.rpartition("/")[0]].append(path)
        return {folder: tuple(paths) for folder, paths in children.items()}

    def below(self, folder: str) -> tuple[str, ...]:
        """Return the paths of all files in a folder and the folders inside it, sorted."""
        first, behind = bisect_left(self._sorted, f"{folder}/"), bisect_left(self._sorted, f"{folder}0")
        return self._sorted[first:behind]  # 0 is what comes after the slash

    def within(self, folders: Iterable[str]) -> "Tree":
        """Return what lies in some folders, with themselves, and whatever was refused."""
        tops = frozenset(folders)
        inside = tuple(f"{top}/" for top in tops)
        kept = (path for path in self.folders if path in tops or path.startswith(inside))
        return Tree(frozenset(chain(*map(self.below, tops))), frozenset(kept), self.refused)

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def is_refused(self, path: str) -> bool:
        """Tell whether a path, or a folder that it lies in, was refused."""
        return any(str(place) in self.refused for place in (PurePosixPath(path), *PurePosixPath(path).parents))


def survey(root: Path, notes: Notes, folders: Iterable[str] = ROOTS) -> Tree:
    """Look at all that lies below content/ and podcast/, or below some folders there; open or follow none of it."""
    surveyor = _Surveyor(root, notes)
    tops = {name: partial(_mode_of, f"{root}/{name}") for name in folders if os.path.lexists(root / name)}
    waiting = [name for name, mode in tops.items() if surveyor.is_folder(name, mode)]
    while waiting:
        folder = waiting.pop()
        waiting += [path for path, mode in surveyor.children(folder) if surveyor.is_folder(path, mode)]
    return Tree(frozenset(surveyor.files), frozenset(surveyor.folders), frozenset(surveyor.refused))


class _Surveyor:
    def __init__(self, root: Path, notes: Notes) -> None:
        self.files: set[str] = set()
        self.folders: set[str] = set()
        self.refused: set[str] = set()
        self._root = root
        self._notes = notes

    def is_folder(self, path: str, mode_of: Callable[[], int]) -> bool:
        """Take a path in, and tell whether there is more below it."""
        try:
            mode = mode_of()
        except OSError as fault:
            self._unreadable(path, fault)
            return False
        if stat.S_ISDIR(mode):
            self.folders.add(path)
        elif stat.S_ISREG(mode):
            self.files.add(path)
        elif stat.S_ISLNK(mode):
            hint = "Put the file or folder itself in its place."
            self._refuse("symbolic-link", path, "This is a symbolic link; what it points at may be anything.", hint)
        else:
            what = _SPECIAL.get(stat.S_IFMT(mode), "no file")
            self._refuse("special-file", path, f"This is {what}, not a file.", "Delete it.")
        return path in self.folders

    def children(self, folder: str) -> Iterator[tuple[str, Callable[[], int]]]:
        """Give what lies directly in a folder, each with what tells its mode."""
        entries = {entry.name: entry for entry in self._entries(folder)}
        seen: dict[str, str] = {}
        for name in sorted(entries, key=lambda name: (name != name.lower() or not name.isascii(), name)):
            same = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
            path = f"{folder}/{name}"
            if same != name:
                message = f"{name} and {same} are one name on Windows and on a Mac; one of them would be lost."
                self._notes.error("same-name", path, 1, message, "Give it another name, or delete it.")
            yield path, partial(_mode, entries[name])

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(f"{self._root}/{folder}") as found:
                entries = sorted(found, key=attrgetter("name"))
        except OSError as fault:
            self._unreadable(folder, fault)
            return
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name.lower().startswith("readme"):
                continue
            if first_forbidden(name) or not _BREAKS.isdisjoint(name):
                path = f"{folder}/{_visible(name)}"
                message = "The name holds characters that cannot be written."
                self._refuse("bad-name", path, message, "Rename it: lower-case letters, digits and hyphens.")
            else:
                yield entry

    def _unreadable(self, path: str, fault: OSError) -> None:
        hint = "Mend its rights, or delete it."
        self._refuse("unreadable-file", path, f"This cannot be read: {fault.strerror}.", hint)

    def _refuse(self, rule: str, path: str, message: str, hint: str) -> None:
        self.refused.add(path)
        self._notes.error(rule, path, 1, message, hint)


def _mode(entry: os.DirEntry[str]) -> int:
    """Return what kind of thing something is; for files and folders the folder that it lies in says so by itself."""
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    return stat.S_IFDIR if entry.is_dir(follow_symlinks=False) else entry.stat(follow_symlinks=False).st_mode


def _mode_of(path: str) -> int:
    return os.lstat(path).st_mode


def _visible(name: str) -> str:
    """Return a name with what cannot be written as codes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace").encode("unicode_escape").decode("ascii")
