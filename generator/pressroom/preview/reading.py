"""Reading and judging again and again: a folder that nobody has touched is not even looked up in the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressroom import load
from pressroom.build.places import Places
from pressroom.build.proofs import by_folder
from pressroom.check.proofreading import Proofs
from pressroom.check.reading import House
from pressroom.fingerprints import Fingerprints, of_program
from pressroom.load import Loaded
from pressroom.load.shelf import HEADS, Held, Opened, Shelf, T
from pressroom.model.publication import Publication
from pressroom.packs import Drawer
from pressroom.store import Store

_Held = dict[str, Opened[Any]]
"""By what they are kept by."""


class Reader:
    """Reads one publication, and remembers what its folders hold until they change."""

    def __init__(self, places: Places) -> None:
        self._root = places.root
        self._store = Store(places.cache / "pressroom")
        self._program = of_program(self._store)
        self._held: _Held = {}

    def read(self) -> Loaded:
        """Load the publication as it lies there now.

        Raises:
            PublicationUnreadable: there is no content/publication.yml, or it cannot be parsed.

        """
        prints, heads = Fingerprints(self._root, self._store), Drawer(self._store, HEADS)
        shelf = _Remembering(self._store, prints, self._program, heads, self._held)
        loaded = load.load(self._root, self._store, shelf)
        self._held = shelf.now
        return loaded


class Proofreader:
    """Judges how one publication is written, and remembers what was said of a folder until it or the house changes."""

    def __init__(self) -> None:
        self._house: House | None = None
        self._kept: Mapping[str, Proofs] = {}

    def read(self, publication: Publication, digests: Mapping[str, str]) -> Proofs:
        """Return how the publication is written; `digests` are its folders'."""
        house = House.of(publication)
        proofs = by_folder(publication, house, digests, self._kept if house == self._house else {})
        self._house = house
        self._kept = {digests[folder]: one for folder, one in proofs.items() if folder in digests}
        return Proofs.joined(proofs.values())


@dataclass(frozen=True)
class _Remembering(Shelf):
    """A shelf that has at hand what the last reading used."""

    last: _Held
    now: _Held = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Tell whether a folder is at hand, or was kept."""
        return key in self.last or super().has(key)

    def get(self, held: type[Held[T]], key: str, compose: Callable[[], bytes]) -> Opened[T] | None:
        """Return a folder that was used before, or kept; it is at hand for the next reading then."""
        found = self.last.get(key) or super().get(held, key, compose)
        if found and key:
            self.now[key] = found
        return found
