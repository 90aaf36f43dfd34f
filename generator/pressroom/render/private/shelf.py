"""What a build makes for the listeners of a private show."""

from typing import Final

from pressroom.model.artifact import Artifact, Artwork, Copy
from pressroom.model.base import Model
from pressroom.model.picture import Picture
from pressroom.render.private.house import House

FOLDER: Final = "build/private/"


class Personal(Model):
    """A listener's own file: a text that all share, with a blank in it."""

    path: str
    """Relative to the publication's root."""

    text: bytes
    blank: bytes
    filling: bytes

    @property
    def data(self) -> bytes:
        """The file as this listener gets it; made when it is written, since two thousand would fill the memory."""
        return self.text.replace(self.blank, self.filling)


class Variant(Model):
    """One file made from a picture."""

    path: str
    """Relative to the publication's root."""

    address: str
    """What the picture calls this variant."""

    picture: Picture


class Shelf(Model):
    """All files for the listeners of a private show; each path is relative to the publication's root."""

    files: tuple[Artifact, ...] = ()
    personal: tuple[Personal, ...] = ()
    copies: tuple[Copy, ...] = ()
    artworks: tuple[Artwork, ...] = ()
    variants: tuple[Variant, ...] = ()


def standing(house: House, folder: str) -> Shelf:
    """Return what all listeners share of a house, as it stands in a folder of its own."""
    return Shelf(
        files=tuple(one.but(path=folder + one.path) for one in house.files),
        copies=tuple(one.but(path=folder + one.path) for one in house.copies),
        artworks=tuple(one.but(path=folder + one.path) for one in house.artworks),
        variants=tuple(
            Variant(path=folder + address, address=address, picture=picture)
            for address, picture in house.pictures.items()
        ),
    )


def together(*shelves: Shelf) -> Shelf:
    """Return what stands on several shelves as one."""
    return Shelf().but(
        **{name: tuple(thing for shelf in shelves for thing in getattr(shelf, name)) for name in Shelf.field_names()}
    )
