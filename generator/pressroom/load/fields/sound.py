"""What is left of a file's values without the faulty ones."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import cast

from pressroom.load.plain_yaml import Value, below


@dataclass(frozen=True)
class Sound:
    """Values, and the line of each."""

    values: dict[str, Value]
    lines: dict[str, int]


def without(values: dict[str, Value], lines: Mapping[str, int], faulty: Set[str]) -> Sound:
    """Leave out faulty fields and empty ones; of a list, each entry that anything is wrong with.

    The entries of a list close up, and their lines with them.
    """
    kept = Sound({}, {})
    sieve = _Sieve(lines, faulty, kept.lines)
    kept.values.update(cast("dict[str, Value]", sieve.keep(values, "", "")))
    return kept


class _Sieve:
    def __init__(self, lines: Mapping[str, int], faulty: Set[str], kept: dict[str, int]) -> None:
        self._lines = lines
        self._faulty = faulty
        self._around = {above for place in faulty for above in _with_those_above(place)}
        self._kept = kept

    def keep(self, value: Value, place: str, now: str) -> Value:
        """Return a value without what is faulty in it; `now` is its place among what is left."""
        if place in self._lines:
            self._kept[now] = self._lines[place]
        if isinstance(value, dict):
            return {
                key: self.keep(inner, below(place, key), below(now, key))
                for key, inner in value.items()
                if not _is_empty(inner) and below(place, key) not in self._faulty
            }
        if isinstance(value, list):
            places = ((inner, f"{place}.{at}") for at, inner in enumerate(value))
            left = [(inner, where) for inner, where in places if where not in self._around]
            return [self.keep(inner, where, f"{now}.{at}") for at, (inner, where) in enumerate(left)]
        return value


def _with_those_above(place: str) -> Iterator[str]:
    while place:
        yield place
        place = place.rpartition(".")[0]


def _is_empty(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
