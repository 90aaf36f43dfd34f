"""Addresses as a channel writes them: relative inside the site, absolute outside."""

import re
from functools import lru_cache
from urllib.parse import quote

_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
"""An address that stays as it is when it is quoted."""


@lru_cache(maxsize=4_096)
def relative(page: str, address: str, fragment: str = "") -> str:
    """Return the way from a page to an address of the same site; both are relative to the site's root."""
    here, there = _steps(page)[:-1], _steps(address)
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (way or "./") + _anchor(fragment)


@lru_cache(maxsize=4_096)
def absolute(base_url: str, address: str, fragment: str = "") -> str:
    """Return the full address of a file or page of the site, or of a place in one."""
    return f"{full(base_url, address)}{_anchor(fragment)}"


def full(base_url: str, address: str) -> str:
    """Return the full address of a file or page that is asked for once, so that keeping it would only take time."""
    return f"{base_url}{address if _PLAIN.fullmatch(address) else quote(address)}"


@lru_cache(maxsize=16_384)
def _steps(address: str) -> tuple[str, ...]:
    """Return an address's parts between slashes, as they are written; each page names the same hundreds."""
    return tuple(quote(address).split("/"))


def _anchor(fragment: str) -> str:
    return f"#{quote(fragment, safe=':')}" if fragment else ""
