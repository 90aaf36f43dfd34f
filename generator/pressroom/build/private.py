"""The private feeds: written into `build/private/`, where the keys are there that their addresses are made with."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.feed_keys import KEY, feed_keys
from pressroom.build.places import Places
from pressroom.model.artifact import Copy
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.store import Store

if TYPE_CHECKING:
    from pressroom.render.private import Shelf

KEYLESS = f"The show is private, and {KEY} is not set here: no private feeds were made."


def plan(release: Release) -> "Shelf":
    """Return what the listeners of a private show find; nothing where the show is open, or without a key.

    Raises:
        Unreadable: a key is too short to be one.

    """
    from pressroom.render import private  # noqa: PLC0415  most shows are open, and it brings much

    keys = feed_keys(os.environ) if is_private(release.publication) else None
    return private.render(release, keys) if keys else private.Shelf()


def is_private(publication: Publication) -> bool:
    """Tell whether a publication has a private show."""
    return publication.show is not None and publication.show.access == "private"


def is_keyless(publication: Publication) -> bool:
    """Tell whether private feeds are wanted and cannot be made here."""
    return is_private(publication) and feed_keys(os.environ) is None


def write(places: Places, shelf: "Shelf", folder: Path, bring: Callable[[Copy], None]) -> None:
    """Write everything below a folder; `bring` brings a sound to its place there.

    Raises:
        Unreadable: a picture or a sound has changed since it was examined.

    """
    from pressroom.build.pictures import clean_picture  # noqa: PLC0415  as above

    store = Store(places.cache / "pressroom")
    for artifact in shelf.files:
        _put(folder, artifact.path, artifact.data)
    for feed in shelf.personal:
        _put(folder, feed.path, feed.data)
    for artwork in shelf.artworks:
        _put(folder, artwork.path, clean_picture(places.root, artwork, store))
    for picture in dict.fromkeys(variant.picture.path for variant in shelf.variants):
        _draw(places.root, picture, shelf, folder, store)
    for sound in shelf.copies:
        bring(sound)


def _draw(root: Path, picture: str, shelf: "Shelf", folder: Path, store: Store) -> None:
    """Write those variants of one picture that are shown."""
    from pressroom.build.pictures import draw_variants  # noqa: PLC0415  as above

    shown = [variant for variant in shelf.variants if variant.picture.path == picture]
    for address, data in draw_variants(root, shown[0].picture, store):
        for variant in shown:
            if variant.address == address:
                _put(folder, variant.path, data)


def _put(folder: Path, path: str, data: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
