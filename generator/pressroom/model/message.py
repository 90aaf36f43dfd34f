"""A message: an edition as it will arrive in an inbox."""

from collections.abc import Mapping
from typing import Final, Literal

from pressroom.model.base import Model
from pressroom.model.edition import Edition
from pressroom.model.issue import Telling

Form = Literal["html", "txt", "eml"]
FORMS: Final[tuple[Form, ...]] = ("html", "txt", "eml")
"""What a message is kept as, named as its files end."""

LARGEST = 100_000
"""The most bytes of HTML that a message has: Gmail cuts off what is behind about 102 kB (hteumeuleu/email-bugs#41)."""


LARGE = 80_000
"""Bytes of HTML from which on a message is near that."""


class Portion(Model):
    """What one story takes of a message."""

    slug: str
    title: str
    telling: Telling
    bytes: int
    """Of the HTML; about, since the styles in the elements are shared out evenly."""


class Message(Model):
    """A finished email in its three forms."""

    edition: Edition
    html: str
    text: str
    eml: bytes
    """The whole message, RFC 5322, ready to send."""

    portions: tuple[Portion, ...] = ()
    """What each story takes, the heaviest first; known only of a message that is `LARGE`."""

    def forms(self) -> Mapping[Form, bytes]:
        """Return what its files hold."""
        return {"html": self.html.encode(), "txt": self.text.encode(), "eml": self.eml}
