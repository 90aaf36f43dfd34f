"""Did you mean: the known id that is nearest to what was written."""

from collections.abc import Mapping

from pressroom.load.suggesting import nearest as nearest_name

SHOWN = 8
"""How many known ids a hint lists at most."""


def nearest(written: str, known: Mapping[str, str]) -> str | None:
    """Return the id in `known` (id → name) whose id or name is nearest to what was written, if any is near."""
    keys = {name: key for key, name in known.items()} | {key: key for key in known}
    near = nearest_name(written, keys)
    return keys[near] if near else None


def suggestion(written: str, known: Mapping[str, str], otherwise: str) -> str:
    """Return a hint: the nearest id, else the known ones; then what to do where none is meant."""
    if near := nearest(written, known):
        return f"Did you mean {near}? {otherwise}"
    if not known:
        return otherwise
    end = " …" if len(known) > SHOWN else "."
    return f"Known are: {', '.join(list(known)[:SHOWN])}{end} {otherwise}"
