"""Did you mean: the known name that is nearest to what was written."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

NEAR = 0.6
"""How alike two names are at least, from 0 to 1."""

_LONGEST = 100
"""Characters; nothing longer is compared, since that takes time with their square."""


def nearest(written: str, known: Iterable[str], least: float = NEAR) -> str | None:
    """Return the known name that was probably meant: nearly the same, or the same words in another order."""
    if len(written) > _LONGEST:
        return None
    names = list(known)
    words = {_words(name): name for name in names}
    if same := words.get(_words(written)):
        return same
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(written.casefold(), folded, 1, least)
    return folded[close[0]] if close else None


def did_you_mean(written: str, known: Mapping[str, str], kinds: str = "Known", otherwise: str = "") -> str:
    """Return the hint for an unknown id: the known one (id → name) that is nearest by its id or its name, or all.

    `otherwise` says what to do where none is meant; where none is known, it is all that is said.
    """
    ids = {name: key for key, name in known.items()} | {key: key for key in known}
    near = nearest(written, ids)
    all_of_them = f"{kinds} are {listed(known)}.".replace(" ….", " …") if known else ""
    hint = f"Did you mean {ids[near]}?" if near else all_of_them
    return " ".join(filter(None, (hint, otherwise)))


def listed(names: Iterable[str], last: str = "and", most: int = 12) -> str:
    """Return names as a sentence has them: `a, b and c`; beyond the most, `…`."""
    shown = list(names)
    if len(shown) > most:
        return f"{', '.join(shown[:most])} …"
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("-", "_").replace(" ", "_").split("_"))
