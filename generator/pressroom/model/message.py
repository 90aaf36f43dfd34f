"""A message: an edition as it will arrive in an inbox."""

from pressroom.model.base import Model
from pressroom.model.edition import Edition
from pressroom.model.issue import Telling

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
