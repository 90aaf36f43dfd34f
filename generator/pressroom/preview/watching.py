"""Watching: which files were saved, a moment after they were."""

from collections.abc import AsyncIterator
from pathlib import Path, PurePath
from typing import Final

from watchfiles import Change, awatch

from pressroom.model.roots import ROOTS

_WATCHED: Final = (*ROOTS, "themes")
_BESIDE: Final = "mkdocs.yml"
_STEP: Final = 15
"""Milliseconds without another change after which the last ones are told: an editor may write a file in parts."""

_WAIT: Final = 120
"""Milliseconds after which they are told whatever happens: a checkout of another branch goes on and on."""

_PAUSE: Final = 1_000
"""Milliseconds after which it is looked whether a folder has come or gone."""

_ENDINGS: Final = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload", "___jb_tmp___", "___jb_old___")
_TRIED: Final = "4913"
"""What Vim writes to see whether it may."""


def is_content(path: str) -> bool:
    """Tell whether a file may be an editor's own work, and not what their program writes beside it."""
    name = PurePath(path).name
    return not name.startswith((".", "#")) and not name.lower().endswith(_ENDINGS) and name != _TRIED


async def saved(root: Path) -> AsyncIterator[frozenset[str]]:
    """Give the files that were saved, moved or deleted together, by their paths relative to the root, for ever.

    Once watching has begun there is nothing, or what was saved first: whoever looked before may have missed something.
    """
    while True:
        watched, begun = _watched(root), False
        async for changes in _changes(watched):
            told = frozenset(PurePath(path).relative_to(root).as_posix() for _, path in changes)
            come = frozenset(path.relative_to(root).as_posix() for path in {*watched} ^ {*_watched(root)})
            if told or come or not begun:
                yield told | come
            if come:
                break
            begun = True


def _changes(watched: tuple[Path, ...]) -> AsyncIterator[set[tuple[Change, str]]]:
    return awatch(
        *watched,
        watch_filter=lambda _, path: is_content(path),
        debounce=_WAIT,
        step=_STEP,
        rust_timeout=_PAUSE,
        yield_on_timeout=True,
    )


def _watched(root: Path) -> tuple[Path, ...]:
    """Return what there is to watch; the root where all of it is gone, as it may be in the middle of a checkout."""
    places = (root / name for name in (*_WATCHED, _BESIDE))
    return tuple(place for place in places if place.exists()) or (root,)
