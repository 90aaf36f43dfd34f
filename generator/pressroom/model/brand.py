"""The brand: how a publication looks, on the site, on share cards and in mail, in one place."""

from typing import Literal

from pressroom.model.base import Model
from pressroom.model.picture import Picture

Kind = Literal["newsreader", "serif", "sans"]
"""A font by name: the built-in one, or whichever with or without serifs a reader's device has."""


LARGEST_FONT = 2_000_000
"""Bytes; a font for a few languages has a tenth of that, and each reader loads it."""


class FontFile(Model):
    """A publication's own font, as WOFF2 (https://www.w3.org/TR/WOFF2/)."""

    path: str
    """Relative to the publication's root."""

    digest: str
    """SHA-256 of the file, in hex."""

    lightest: int = 0
    heaviest: int = 0
    """The weights that a variable font has, such as 100 and 900; both 0 where it has only one."""


class Typeface(Model):
    """A font, and what stands in for it."""

    kind: Kind
    """The font itself; where there is a file, what is shown instead of it: in mail, and until it has come."""

    file: FontFile | None = None


class Fonts(Model):
    """The fonts of a brand."""

    headings: Typeface = Typeface(kind="newsreader")
    text: Typeface | None = None
    """None where each channel keeps its own: the site serif, mail sans."""


class Logo(Model):
    """The brand's picture."""

    picture: Picture
    tone: str
    """What its visible parts look like from afar, `#rrggbb`: on a ground like that it would vanish."""


class Brand(Model):
    """How the publication looks; colours are `#rrggbb`."""

    primary: str = "#1d3557"
    accent: str = "#b4451f"
    logo: Logo | None = None
    fonts: Fonts = Fonts()
