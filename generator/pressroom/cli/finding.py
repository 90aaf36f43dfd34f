"""Finding what a command is about: the publication, and files in it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.errors import Unreadable

if TYPE_CHECKING:
    from pressroom.build.places import Places


def places_of(root: Path | None) -> "Places":
    """Return the publication's places: of the folder named, or of the nearest one upwards from here.

    Raises:
        Unreadable: there is no publication.

    """
    from pressroom.build.places import Places, find_publication

    if root is None:
        return find_publication(Path.cwd())
    if not (root / "content" / "publication.yml").is_file():
        raise Unreadable(f"{root} has no content/publication.yml.", "Name the folder that has content/ in it.")
    return Places(root=root.resolve())


def relative(places: "Places", path: Path) -> str:
    """Return a path, written from here or from the publication's root, as findings name it.

    Raises:
        Unreadable: the publication has no such file or folder.

    """
    for base in (Path.cwd(), places.root):
        within = os.path.relpath(base / path, places.root)
        if (base / path).exists() and not within.startswith(".."):
            return Path(within).as_posix()
    raise Unreadable(f"There is no {path} in this publication.", f"Name a file or folder below {places.root}.")
