"""Addresses as a channel writes them: relative inside the site, absolute outside."""

import posixpath
from urllib.parse import quote


def relative(page: str, address: str, fragment: str = "") -> str:
    """Return the way from a page to an address of the same site; both are relative to the site's root."""
    folder = page if not page or page.endswith("/") else posixpath.dirname(page)
    way = posixpath.relpath(f"/{address}", f"/{folder}")
    slash = "/" if (not address or address.endswith("/")) and way != "." else ""
    return quote(f"{way}{slash}" if way != "." else "./") + _anchor(fragment)


def absolute(base_url: str, address: str, fragment: str = "") -> str:
    """Return the full address of a file or page of the site."""
    return f"{base_url}{quote(address)}{_anchor(fragment)}"


def _anchor(fragment: str) -> str:
    return f"#{quote(fragment, safe=':')}" if fragment else ""
