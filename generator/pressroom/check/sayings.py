"""How many faults of one kind are told as one: a list of findings is read, and a long one is not."""

from collections.abc import Sequence

from pressroom.check.phrases import Hit
from pressroom.model.near import listed

_SHOWN = 6
"""How many further places are told."""


def times(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def elsewhere(hits: Sequence[Hit]) -> str:
    """Return a sentence on the other places where such words stand; nothing where there is none."""
    if not hits:
        return ""
    places = dict.fromkeys(f"“{hit.written}” (line {hit.line})" for hit in hits)
    return f" Also here: {listed(places, most=_SHOWN)}.".replace(" ….", " …")
