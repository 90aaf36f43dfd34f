"""Tokens: the part of an address that nobody can guess, and that is made anew from a key instead of being kept."""

from base64 import urlsafe_b64encode
from hmac import digest
from typing import Final

from pressroom.model.secret import Secret

LENGTH: Final = 43
"""Characters: 256 bits in base64url without its padding (RFC 4648, section 5)."""


def of_subscriber(key: Secret, subscriber: str, generation: int) -> str:
    """Return what stands in a subscriber's addresses (HMAC-SHA256, RFC 2104)."""
    return _token(key, f"feed:v1:{subscriber}:{generation}")


def of_sound(key: Secret, generation: int) -> str:
    """Return what stands in the addresses of sound that all subscribers of a list's generation share."""
    return _token(key, f"sound:v1:{generation}")


def _token(key: Secret, words: str) -> str:
    made = digest(key.reveal(), words.encode(), "sha256")
    return urlsafe_b64encode(made).rstrip(b"=").decode()
