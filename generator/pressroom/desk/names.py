"""Names that become addresses: lower-case letters, digits and hyphens."""

import re
import unicodedata

from pressroom.errors import UsageWrong

_SAFE = re.compile(r"[a-z0-9][a-z0-9-]*")


def require_safe(name: str, what: str) -> str:
    """Return the name of `what` (`an issue`) if it may become an address.

    Raises:
        UsageWrong: it may not; the hint proposes one that may.

    """
    if _SAFE.fullmatch(name):
        return name
    proposal = propose(name)
    hint = f"How about {proposal}?" if proposal else "Such as 2026-12, or open-enrolment."
    message = (
        f"“{name}” cannot be the name of {what}: it becomes an address, of lower-case letters, digits and hyphens."
    )
    raise UsageWrong(message, hint)


def propose(name: str) -> str:
    """Return the nearest name that may become an address; empty where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
