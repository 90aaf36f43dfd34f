"""A picture: what was measured of a file, and the variants that pages use, computed from that alone."""

from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Literal

from pressroom.model.base import Model

WIDTHS = (480, 960, 1600)
"""The widths in pixels that pages choose from; a smaller picture keeps its own."""

THUMBNAIL = 320
"""The width for listings, as WebP alone: a quarter of a phone's, at three pixels to one of CSS."""

LARGEST_FILE = 60_000_000
"""Bytes that a picture's file may have."""

FOLDER = "assets/pictures"
"""Where variants stand in the site."""

CENTRE = (3, 3)
"""Where the subject of most pictures is, in fifths across and down."""

_LONGEST_STEM = 80
"""Bytes of a picture's own name in a variant's; file systems take 255 in all."""


Form = Literal["webp", "jpeg", "png"]


class Variant(Model):
    """One file made from a picture."""

    address: str
    """Relative to the site's root: `assets/pictures/quay-1a2b3c4d5e6f-960.webp`."""

    width: int
    height: int
    format: Form


class Picture(Model, dict=True):
    """A picture in the content, as measured; sizes are those after turning it upright."""

    path: str
    """Relative to the publication's root, with forward slashes."""

    digest: str
    """SHA-256 of the file, in hex."""

    width: int
    height: int
    format: Literal["jpeg", "png", "webp", "gif"]
    transparent: bool = False
    mode: str = "RGB"
    """Pillow's name for its colours: `RGB`, `RGBA`, `L`, `CMYK`."""

    focus: tuple[int, int] = CENTRE
    """In which fifth across and down, from 1 to 5, its subject is, once it is upright."""

    def variants(self) -> tuple[Variant, ...]:
        """Return every file that is made of this picture: each width as WebP, then those that mail shows."""
        return (*self.modern(), *self.plain())

    def modern(self) -> tuple[Variant, ...]:
        """Return the WebP variants, narrowest first."""
        return self._modern

    def plain(self) -> tuple[Variant, ...]:
        """Return the JPEG variants (PNG where there is transparency), narrowest first."""
        return self._plain

    @cached_property
    def _modern(self) -> tuple[Variant, ...]:
        return self._made((*self._thumbnail(), *self.widths()), "webp")

    @cached_property
    def _plain(self) -> tuple[Variant, ...]:
        return self._made(self.widths(), "png" if self.transparent else "jpeg")

    def widths(self) -> tuple[int, ...]:
        """Return the widths in use: the standard ones that the picture fills, or its own where it is smaller."""
        filled = tuple(width for width in WIDTHS if width <= self.width)
        return filled if self.width >= WIDTHS[-1] else (*(w for w in filled if w != self.width), self.width)

    def _thumbnail(self) -> tuple[int, ...]:
        return (THUMBNAIL,) if self.width > THUMBNAIL else ()

    def _made(self, widths: tuple[int, ...], form: Form) -> tuple[Variant, ...]:
        return _variants(self.path, self.digest, (self.width, self.height), widths, form)


@lru_cache(maxsize=8192)
def _variants(
    path: str, digest: str, size: tuple[int, int], widths: tuple[int, ...], form: Form
) -> tuple[Variant, ...]:
    """Return the files of one format; kept, since one picture is shown in many places, and each asks."""
    stem = PurePosixPath(path).stem.lower().encode(errors="ignore")[:_LONGEST_STEM].decode(errors="ignore")
    suffix = "jpg" if form == "jpeg" else form
    return tuple(
        Variant(
            address=f"{FOLDER}/{stem}-{digest[:12]}-{width}.{suffix}",
            width=width,
            height=max(1, round(size[1] * width / size[0])),
            format=form,
        )
        for width in widths
    )
