"""Folders: what an issue's or an episode's folder holds, loaded once and kept by the digests of all that lies in it.

Nothing is taken from outside a folder, so what becomes of it follows from its files, and from the languages and the
time zone of the publication. It travels packed, whether it was kept, loaded by another process, or loaded here: so
the same comes of it each time.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from pressroom import crew
from pressroom.fingerprints import Fingerprints, of_program
from pressroom.load.content import Report
from pressroom.load.manuscripts import skim
from pressroom.load.media.pictures import Gallery
from pressroom.load.newsroom import Newsroom
from pressroom.load.renderings import rendering
from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import packed, unpacked
from pressroom.store import Store

T = TypeVar("T", bound=Model)

Load = Callable[[Newsroom, str], Iterable[T]]
"""Loads what a folder holds."""


class Held(Model, Generic[T]):
    """What a folder holds, and what was found on the way."""

    things: tuple[T, ...]
    report: Report


@dataclass(frozen=True)
class Opened(Generic[T]):
    """A folder that was loaded."""

    things: tuple[T, ...]
    report: Report
    digest: str
    """Of all that, in hex."""

    skimmed: bool = False
    """Whether its texts were not rendered."""

    @classmethod
    def of(cls, held: type[Held[T]], data: bytes, digest: str) -> "Opened[T]":
        """Read what was packed, given with its digest.

        Raises:
            Malformed: it is nothing of the kind.

        """
        found = unpacked(held, data)
        return cls(found.things, found.report, digest)


@dataclass(frozen=True)
class Shelf:
    """Where folders are kept, and by what."""

    store: Store
    prints: Fingerprints
    program: str

    @classmethod
    def of(cls, root: Path, store: Store) -> "Shelf":
        """Return the shelf of a publication; where its store keeps nothing, nothing is digested."""
        return cls(store, Fingerprints(root, store), of_program(store) if store.keeps else "")

    def get(self, held: type[Held[T]], key: str) -> Opened[T] | None:
        """Return a folder that was kept."""
        sealed = self.store.get_sealed(held.__name__, key) if key else None
        try:
            return Opened.of(held, *sealed) if sealed else None
        except Malformed:
            return None

    def key(self, room: Newsroom, folder: str) -> str:
        """Return what a folder is kept by; nothing for one that cannot be read whole, or where nothing is kept."""
        if not self.store.keeps or room.content.notes.has_below(folder):
            return ""
        try:
            files = [f"{path} {self.prints.digest(path)}" for path in room.content.tree.below(folder)]
        except OSError:
            return ""
        return "\n".join((self.program, repr(room.languages), room.zone.key, folder, *files))


def open_folders(
    shelf: Shelf, room: Newsroom, parent: str, held: type[Held[T]], load: Load[T]
) -> Mapping[str, Opened[T]]:
    """Return what the folders in a folder hold, by path; those that were not kept are loaded on every core.

    Those that the newsroom skims are not kept, since their texts were not rendered.
    """
    folders = room.content.tree.folders_in(parent)
    vain = room.skimmed if shelf.store.is_empty(held.__name__) else ()
    keys = {folder: "" if folder in vain else shelf.key(room, folder) for folder in folders}
    found = {folder: shelf.get(held, key) for folder, key in keys.items()}
    lacking = [folder for folder, opened in found.items() if opened is None]
    skimming = replace(room, render=skim)
    loaded = crew.each(lambda one: _load(skimming if one in room.skimmed else room, one, held, load), lacking)
    for folder, data in zip(lacking, loaded, strict=True):
        found[folder] = replace(Opened.of(held, data, sha256(data).hexdigest()), skimmed=folder in room.skimmed)
        if keys[folder] and folder not in room.skimmed:
            shelf.store.put(held.__name__, keys[folder], data)
    opened = {folder: one for folder, one in found.items() if one}
    for one in opened.values():
        room.content.take(one.report)
    return opened


def _load(room: Newsroom, folder: str, held: type[Held[T]], load: Load[T]) -> bytes:
    """Load a folder by itself, and return it packed."""
    content = room.content.aside()
    with nullcontext(skim) if room.render is skim else rendering(content.store, folder) as render:
        things = tuple(load(replace(room, content=content, gallery=Gallery(content), render=render), folder))
    return packed(held(things=things, report=content.report()))
