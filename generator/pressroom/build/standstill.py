"""Standstill: nothing that a build is made of has changed since the last one, and nobody has touched what it made.

Then there is nothing to do, and that is known by looking at the files alone: their names, sizes, times and inodes.
This brings in nothing that takes long to bring in. What is in doubt is no standstill: files that may be changing
still, or keys in the environment.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from pressroom.build import git
from pressroom.build.places import Places, require_own
from pressroom.errors import Unreadable
from pressroom.fingerprints import REST, Seen, Signature, of_program
from pressroom.model.roots import PUBLICATION, ROOTS
from pressroom.store import FOLDER, Store

_KIND = "standstill"
_THEIRS = ("themes", "mkdocs.yml")
_MADE = ("site", "build/email", "build/hosting", "build/private")
_GROWING = "build/.next"
_PACKAGE = Path(__file__).parent.parent
_KEYS = "PRESSROOM_FEED"
"""What the names of variables begin with that a build reads, and that must not be kept anywhere."""

_Fact = tuple[str, Signature]
"""What lies at a path; of what is named by itself the inode does not count."""


@dataclass(frozen=True)
class Told:
    """What the last build said at its end."""

    counts: tuple[int, int, int, int]
    """Pages, messages, pictures, other files."""

    warnings: str
    """As they were written; empty where there were none."""

    keyless: bool
    """Whether private feeds were left out for want of a key."""


@dataclass(frozen=True)
class Sight:
    """What a build is made of, as it lies there when the command begins."""

    root: Path
    options: str
    inputs: str
    """A digest; empty where something may be changing still."""

    told: Told | None
    """What the last build said, if there is nothing to do."""

    program: str
    """The digest of the program."""

    facts: tuple["_Fact", ...]

    def seen(self) -> Seen:
        """Return what was seen of the files in the publication's own folders."""
        own = f"{self.root}/"
        inside = ((path, facts) for path, facts in self.facts if path.startswith(own) and facts[2])
        return Seen(self.program, {path[len(own) :]: facts for path, facts in inside})

    def keep(self, told: Told) -> None:
        """Keep what was built of what was seen."""
        if self.inputs:
            said = [told.counts, told.warnings, told.keyless]
            note = {"inputs": self.inputs, "made": _made(self.root), "told": said}
            _store(self.root).put(_KIND, self.options, json.dumps(note).encode())


def look(root: Path | None, options: str) -> Sight | None:
    """Look at a publication, before anything is read; None where there is none, or where keys are at hand."""
    found = find(root)
    if found is None or any(name.startswith(_KEYS) for name in os.environ):
        return None
    try:
        require_own(Places(root=found))
        note = json.loads(_store(found).get(_KIND, options) or b"{}")
        facts, program = _facts_of_inputs(found), of_program(_store(found))
        inputs = _inputs(found, f"{program} {options}", facts)
        same = bool(inputs) and note.get("inputs") == inputs and note.get("made") == _made(found)
    except (OSError, Unreadable):
        return None  # whoever reads it says what is wrong
    told = None
    if same:
        counts, warnings, keyless = note["told"]
        told = Told(tuple(counts), warnings, keyless)
    return Sight(found, options, inputs, told, program, facts)


def find(root: Path | None) -> Path | None:
    """Return the publication's folder: the one named, or the nearest upwards from here; None where there is none."""
    here = root.resolve() if root else Path.cwd()
    folders = (here,) if root else (here, *here.parents)
    return next((folder for folder in folders if (folder / PUBLICATION).is_file()), None)


def _facts_of_inputs(root: Path) -> tuple[_Fact, ...]:
    folders = [root / name for name in (*ROOTS, *_THEIRS)] + [_PACKAGE / "builtin"]
    if not (_PACKAGE / "builtin").exists():
        folders += [_PACKAGE.parent.parent / name for name in _THEIRS]
    return tuple(fact for folder in folders for fact in _facts(folder))


def _inputs(root: Path, how: str, facts: tuple[_Fact, ...]) -> str:
    """Return what a build follows from, as a digest; nothing where a file may be changing still."""
    latest = max((when for _, (_, when, _) in facts), default=0)
    if latest > time.time_ns() - REST:
        return ""
    moment = os.environ.get("SOURCE_DATE_EPOCH") or git.commit_date(root)
    return sha256(f"{how} {moment} {facts}".encode("utf-8", "surrogatepass")).hexdigest()


def _made(root: Path) -> str:
    """Return what a build made, as it lies there, as a digest."""
    made = [fact for name in _MADE for fact in _facts(root / name)]
    growing = (root / _GROWING).exists()
    return sha256(f"{growing} {made}".encode("utf-8", "surrogatepass")).hexdigest()


def _facts(path: Path) -> Iterator[_Fact]:
    """Give the size, time of modification and inode of a file, or of all that lies in a folder; in order."""
    try:
        found = os.lstat(path)
        yield str(path), (found.st_size if not path.is_dir() else 0, found.st_mtime_ns if path.is_file() else 0, 0)
        yield from _below(str(path)) if path.is_dir() and not path.is_symlink() else ()
    except FileNotFoundError:
        return


def _below(folder: str) -> list[_Fact]:
    found, waiting = list[_Fact](), [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    facts = entry.stat(follow_symlinks=False)
                    found.append((entry.path, (facts.st_size, facts.st_mtime_ns, facts.st_ino)))
    return found


def _store(root: Path) -> Store:
    return Store(root / FOLDER)
