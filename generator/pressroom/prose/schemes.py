"""What an address may be, and what kind it is (RFC 3986 section 3.1; WHATWG URL section 4.4)."""

import re
from enum import Enum, auto
from typing import NamedTuple
from urllib.parse import unquote

from pressroom.prose.characters import DIRECTION, WIDTHLESS

FINE = frozenset({"http", "https", "mailto", "sms", "tel"})
"""Schemes that every reader's device can follow."""

RUNS = frozenset({"data", "file", "javascript", "vbscript"})
"""Schemes that run a program or open something when they are followed."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ENDS = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_INVISIBLE = re.compile(f"[\\x00-\\x20\\x7f-\\xa0{DIRECTION}{WIDTHLESS}]")
_WEB = re.compile(r"https?://[^/?#\\]", re.IGNORECASE)


class Kind(Enum):
    """What following an address does."""

    EMPTY = auto()
    INSIDE = auto()
    """It leads to somewhere in the publication."""

    OUTSIDE = auto()
    RUNS = auto()
    UNKNOWN = auto()


class Address(NamedTuple):
    """An address as a browser would take it."""

    kind: Kind
    value: str
    scheme: str = ""


def read(written: str) -> Address:
    """Tell what kind of address was written.

    Tabs and line breaks are dropped, as browsers do. What would run once percent signs,
    invisible characters or capitals are taken away counts as running.
    """
    value = _DROPPED.sub("", written).strip(_ENDS)
    if not value:
        return Address(Kind.EMPTY, "")
    bare = _INVISIBLE.sub("", unquote(value)).lower()
    hidden = _SCHEME.match(bare)
    if hidden and hidden.group(1) in RUNS:
        return Address(Kind.RUNS, value, hidden.group(1))
    if value.startswith("//"):
        return _outside("https:" + value, "https")
    scheme = _SCHEME.match(value)
    if not scheme:
        return Address(Kind.INSIDE, value)
    return _outside(value, scheme.group(1).lower())


def _outside(value: str, scheme: str) -> Address:
    whole = bool(_WEB.match(value)) if scheme in ("http", "https") else scheme in FINE
    if not whole:
        return Address(Kind.UNKNOWN, value, scheme)
    return Address(Kind.OUTSIDE, value, scheme)
