"""Fingerprints: by what the ledger knows a reader, so that no address has to stand in it."""

import hmac
from typing import Final

from pressroom.publish.mail.addresses import known_by

LENGTH: Final = 16
"""Bytes; that two of a million readers share one has a chance of 1 in 10²⁶."""


def fingerprint(key: bytes, address: str) -> bytes:
    """Return a plain address's fingerprint: HMAC-SHA256 under the ledger's key, so that nobody else can try names.

    Source: RFC 2104, RFC 6234
    """
    return hmac.digest(key, known_by(address).encode(), "sha256")[:LENGTH]
