"""Addresses as a channel writes them: relative inside the site, absolute outside."""

from urllib.parse import quote


def relative(page: str, address: str, fragment: str = "") -> str:
    """Return the way from a page to an address of the same site; both are relative to the site's root."""
    here, there = page.split("/")[:-1], address.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return quote(way or "./") + _anchor(fragment)


def absolute(base_url: str, address: str, fragment: str = "") -> str:
    """Return the full address of a file or page of the site."""
    return f"{base_url}{quote(address)}{_anchor(fragment)}"


def _anchor(fragment: str) -> str:
    return f"#{quote(fragment, safe=':')}" if fragment else ""
