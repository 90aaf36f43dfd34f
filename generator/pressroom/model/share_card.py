"""What is drawn for a publication beside its own pictures: share cards, and small pictures of its logo."""

from hashlib import sha256

from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.brand import Brand, Logo
from pressroom.model.picture import Picture

WIDTH, HEIGHT = 1200, 630
"""Pixels; what chats and networks show large (https://developers.facebook.com/docs/sharing/webmasters/images/)."""

_DESIGN = 1
"""Raised whenever cards or icons are drawn otherwise: what looks different has another address."""


class ShareCard(Model):
    """The picture that a chat shows beside a link: all that is on it, in its own language."""

    folder: str
    """Where in the site it stands: `issues/2026-11/`, or nothing for the front page's."""

    name: str
    """What stands at the top: the publication's name."""

    title: str
    kicker: str = ""
    """A story's section."""

    label: str = ""
    """`Issue 47 · 19 November 2026`."""

    right_to_left: bool = False
    picture: Picture | None = None
    brand: Brand

    @property
    def address(self) -> str:
        """Relative to the site's root: `issues/2026-11/card-1a2b3c4d5e6f.jpg`."""
        return addresses.share_card(self.folder, _digest(self))


class Icon(Model):
    """A small picture of the logo, whole, in the middle of its place."""

    name: str
    """`logo`, `icon`."""

    logo: Logo
    width: int
    height: int
    """Pixels of the file."""

    margin: int = 0
    """Pixels left free at each side."""

    ground: str = ""
    """`#rrggbb`; empty where what is behind it shows."""

    @property
    def address(self) -> str:
        """Relative to the site's root: `assets/brand/icon-180-1a2b3c4d5e6f.png`."""
        return addresses.icon(f"{self.name}-{self.height}", _digest(self))


def _digest(drawn: ShareCard | Icon) -> str:
    return sha256(f"{_DESIGN} {drawn.to_json()!r}".encode()).hexdigest()
