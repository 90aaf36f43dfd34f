"""Tokens: the part of an address that nobody can guess, and that is made anew from a key instead of being kept."""

from base64 import urlsafe_b64encode
from hmac import digest
from typing import Final

from pydantic import SecretBytes

LENGTH: Final = 43
"""Characters: 256 bits in base64url without its padding (RFC 4648, section 5)."""


def of_subscriber(key: SecretBytes, subscriber: str, generation: int) -> str:
    """Return what stands in a subscriber's addresses (HMAC-SHA256, RFC 2104)."""
    return _token(key, f"feed:v1:{subscriber}:{generation}")


def of_sound(key: SecretBytes, generation: int) -> str:
    """Return what stands in the addresses of sound that all subscribers of a list's generation share."""
    return _token(key, f"sound:v1:{generation}")


def _token(key: SecretBytes, words: str) -> str:
    made = digest(key.get_secret_value(), words.encode(), "sha256")
    return urlsafe_b64encode(made).rstrip(b"=").decode()
