"""Finding what a command is about: the publication, and files in it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.errors import Unreadable, UsageWrong

if TYPE_CHECKING:
    from pressroom.build.places import Places


def places_of(root: Path | None) -> "Places":
    """Return the publication's places: of the folder named, or of the nearest one upwards from here.

    Raises:
        Unreadable: there is no publication.

    """
    from pressroom.build.places import Places, find_publication
    from pressroom.model.roots import PUBLICATION

    if root is None:
        return find_publication(Path.cwd())
    if not (root / PUBLICATION).is_file():
        raise Unreadable(f"{root} has no {PUBLICATION}.", "Name the folder that has content/ in it.")
    return Places(root=root.resolve())


def relative(places: "Places", path: Path) -> str:
    """Return a path, written from here or from the publication's root, as findings name it.

    One that is not there may be named where an editor works: a pull request can have deleted it.

    Raises:
        UsageWrong: the publication has no such file or folder.

    """
    bases = (Path.cwd(), places.root)
    within = [os.path.relpath(base / path, places.root) for base in bases]
    there = (name for base, name in zip(bases, within, strict=True) if (base / path).exists() and _is_ours(name))
    deleted = (name for name in within if _is_editorial(name))
    found = next(there, None) or next(deleted, None)
    if found is None:
        raise UsageWrong(f"There is no {path} in this publication.", f"Name a file or folder below {places.root}.")
    return Path(found).as_posix()


def _is_ours(name: str) -> bool:
    return os.pardir not in Path(name).parts


def _is_editorial(name: str) -> bool:
    from pressroom.model.roots import ROOTS

    return next(iter(Path(name).parts), "") in (*ROOTS, "themes")
