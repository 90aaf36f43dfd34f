"""A reader's address: how it is written to the mail server, and by what it is known again."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

import idna

_LONGEST: Final = 254
_LONGEST_LOCAL: Final = 64
"""Octets, RFC 5321 section 4.5.3.1 and erratum 1690 of RFC 3696."""

_LONGEST_DOMAIN: Final = 253
_LOCAL: Final = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_DOMAIN: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+")
_INVISIBLE: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class Unfit(ValueError):
    """Why something is no address that a message could be sent to; the words do not hold it."""


def plain(written: str) -> str:
    """Return an address as servers are told it: its domain in lower-case ASCII (UTS 46), the rest in NFC.

    Raises:
        Unfit: it is none.

    """
    address = normalize("NFC", written.strip())
    _require_visible(address)
    local, at, domain = address.rpartition("@")
    if not at:
        raise Unfit("there is no @ in the address")
    if set(address) & set('<>,;"()') or "@" in local or " " in address:
        raise Unfit("beside the address there is more in its field, such as a name or a second address")
    if not local or not _LOCAL.fullmatch(_lettered(local)):
        raise Unfit("what stands before the @ is not what an address can have there")
    spelt = ascii_domain(domain)
    if len(local.encode()) > _LONGEST_LOCAL or len(local.encode()) + 1 + len(spelt) > _LONGEST:
        raise Unfit(f"the address is too long: it may have {_LONGEST_LOCAL} bytes before the @ and {_LONGEST} in all")
    return f"{local}@{spelt}"


def known_by(address: str) -> str:
    """Return what a plain address is known by: addresses that differ by case reach one mailbox."""
    return normalize("NFC", address.lower())


@lru_cache(maxsize=4096)
def ascii_domain(domain: str) -> str:
    """Return a mail domain in lower-case ASCII, as UTS 46 maps it to what RFC 5891 has.

    Raises:
        Unfit: there can be no such domain.

    """
    spelt = domain.lower()
    if not spelt.isascii() or "xn--" in spelt:
        try:
            spelt = idna.encode(domain, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise Unfit("what stands behind the @ is no domain") from None
    if not _DOMAIN.fullmatch(spelt) or len(spelt) > _LONGEST_DOMAIN:
        raise Unfit("what stands behind the @ is no domain")
    return spelt


def _require_visible(address: str) -> None:
    if "\n" in address or "\r" in address:
        raise Unfit("there is a line break in the address")
    if "\0" in address:
        raise Unfit("there is a NUL in the address")
    if any(category(sign) in _INVISIBLE for sign in address):
        raise Unfit("there is an invisible sign in the address")


def _lettered(local: str) -> str:
    """Return a local part in which marks of letters, which RFC 6531 lets stand, are letters as well."""
    return "".join("x" if not sign.isascii() and category(sign)[0] in "LMN" else sign for sign in local)
