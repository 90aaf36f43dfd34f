"""The shelf: where what was composed of some files is kept, and by what."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pressroom.fingerprints import Fingerprints, of_program
from pressroom.load.content import Report
from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import unpacked
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.store import Store

T = TypeVar("T", bound=Model)


class Held(Model, Generic[T]):
    """What a folder holds, and what was found on the way."""

    things: tuple[T, ...]
    report: Report


class HeldIssues(Held[Issue]):
    """An issue in every language that it comes in."""


class HeldEpisode(Held[Episode]):
    """An episode."""


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
    """Where things are kept, and by what."""

    store: Store
    prints: Fingerprints
    program: str

    @classmethod
    def of(cls, root: Path, store: Store) -> "Shelf":
        """Return the shelf of a publication; where its store keeps nothing, nothing is digested."""
        return cls(store, Fingerprints(root, store), of_program(store) if store.keeps else "")

    def has(self, held: type[Held[T]], key: str) -> bool:
        """Tell whether a folder was kept; one that is damaged is found out when it is read."""
        return bool(key) and not self.store.lacks(held.__name__, key)

    def get(self, held: type[Held[T]], key: str) -> Opened[T] | None:
        """Return a folder that was kept."""
        sealed = self.store.get_sealed(held.__name__, key) if key else None
        try:
            return Opened.of(held, *sealed) if sealed else None
        except Malformed:
            return None

    def key(self, files: Iterable[str], *more: str) -> str:
        """Return what is kept of some files and a few facts; nothing where one cannot be read, or nothing is kept."""
        if not self.store.keeps:
            return ""
        try:
            digests = [f"{path} {self.prints.digest(path)}" for path in files]
        except OSError:
            return ""
        return "\n".join((self.program, *more, *digests))
