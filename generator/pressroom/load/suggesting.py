"""Did you mean: the known name that is nearest to what was written."""

from collections.abc import Iterable
from difflib import get_close_matches

from pressroom.load.faults import listed

_NEAR = 0.6
_LONGEST = 100


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known name that was probably meant: nearly the same, or the same words in another order."""
    if len(written) > _LONGEST:
        return None
    names = list(known)
    words = {_words(name): name for name in names}
    if same := words.get(_words(written)):
        return same
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(written.casefold(), folded, 1, _NEAR)
    return folded[close[0]] if close else None


def did_you_mean(written: str, known: Iterable[str], kinds: str) -> str:
    """Return the hint for an unknown name: the nearest, or all of them."""
    names = list(known)
    near = nearest(written, names)
    return f"Did you mean {near}?" if near else f"{kinds} are {listed(names)}."


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("-", "_").replace(" ", "_").split("_"))
