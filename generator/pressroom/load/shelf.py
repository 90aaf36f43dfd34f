"""The shelf: where what was composed of some files is kept, and by what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from pressroom.errors import Unreadable
from pressroom.fingerprints import Fingerprints, Seen, of_program
from pressroom.load.content import Report
from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import Tail, divided, with_tail
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.packs import Drawer, Pack
from pressroom.store import Store

T = TypeVar("T", bound=Model)

HEADS = "heads"
"""What kind of value a folder without its words is kept as."""

_WORDS = "words"
_SEAL = sha256().digest_size
_SIZE = 8
"""Bytes that say how many the words have."""


def divide(packed: bytes) -> tuple[bytes, bytes]:
    """Return what is kept of a folder apart.

    That is a digest of it all, then a seal of the words, their size and all else; and the words.
    """
    head, words = divided(packed)
    rest = b"".join((sha256(words).digest(), len(words).to_bytes(_SIZE), head))
    return sha256(rest).digest() + rest, words


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
    def of(cls, held: type[Held[T]], data: bytes, words: Callable[[], bytes]) -> "Opened[T]":
        """Read what `divide` gave of a folder; its words are fetched where somebody asks for them.

        Raises:
            Malformed: it is nothing of the kind.

        """
        size = int.from_bytes(data[2 * _SEAL : 2 * _SEAL + _SIZE])
        found = with_tail(held, data[2 * _SEAL + _SIZE :], Tail(size, words))
        return cls(found.things, found.report, data[:_SEAL].hex())


@dataclass(frozen=True)
class Shelf:
    """Where things are kept, and by what."""

    store: Store
    prints: Fingerprints
    program: str
    heads: Drawer
    """What is kept of folders, but for their words."""

    @classmethod
    def of(cls, root: Path, store: Store, seen: Seen | None = None) -> "Shelf":
        """Return the shelf of a publication; where its store keeps nothing, nothing is digested."""
        seen = seen or Seen(of_program(store) if store.keeps else "", {})
        return cls(store, Fingerprints(root, store, seen=seen.files), seen.program, Pack(store, HEADS))

    def anew(self) -> "Shelf":
        """Return the same, which looks at files anew."""
        return replace(self, prints=self.prints.anew())

    def close(self) -> None:
        """Keep what was found out of files, once all folders were asked for."""
        self.prints.keep()
        self.heads.close()

    def is_empty(self) -> bool:
        """Tell whether no folder was ever kept."""
        return self.store.is_empty(HEADS)

    def has(self, key: str) -> bool:
        """Tell whether a folder was kept; one that is damaged is found out when it is read."""
        return bool(key) and self.heads.has(key) and not self.store.lacks(_WORDS, key)

    def get(self, held: type[Held[T]], key: str, compose: Callable[[], bytes]) -> Opened[T] | None:
        """Return a folder that was kept; `compose` does so again, if its words turn out to be damaged."""
        data = self.heads.get(key) if key else None
        try:
            return Opened.of(held, data, partial(self._words, key, data[_SEAL : 2 * _SEAL], compose)) if data else None
        except Malformed:
            return None

    def put(self, held: type[Held[T]], key: str, packed: bytes) -> Opened[T]:
        """Keep a folder that was composed, its words first, without which the rest says nothing; return it."""
        data, words = divide(packed)
        if key:
            self.store.put(_WORDS, key, words)
            self.heads.put(key, data)
        return Opened.of(held, data, lambda: words)

    def _words(self, key: str, seal: bytes, compose: Callable[[], bytes]) -> bytes:
        """Return a folder's words, which are those that its seal was made of.

        Raises:
            Unreadable: they are damaged, and others lie there now.

        """
        kept = self.store.get(_WORDS, key)
        if kept is None or sha256(kept).digest() != seal:
            _, kept = divide(compose())
            self.store.put(_WORDS, key, kept)
        if sha256(kept).digest() != seal:
            raise Unreadable("The content was changed while it was read.", "Build again.")
        return kept

    def key(self, files: Iterable[str], *more: str) -> str:
        """Return what is kept of some files and a few facts; nothing where one cannot be read, or nothing is kept."""
        if not self.store.keeps:
            return ""
        try:
            digests = [f"{path} {self.prints.digest(path)}" for path in files]
        except OSError:
            return ""
        return "\n".join((self.program, *more, *digests))
