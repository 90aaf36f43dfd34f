"""A message: an edition as it will arrive in an inbox."""

from pressroom.model.base import Model
from pressroom.model.edition import Edition

LARGEST = 100_000
"""The most bytes of HTML that a message has: Gmail cuts off what is behind about 102 kB (hteumeuleu/email-bugs#41)."""


class Message(Model):
    """A finished email in its three forms."""

    edition: Edition
    html: str
    text: str
    eml: bytes
    """The whole message, RFC 5322, ready to send."""
