"""Which addresses belong to the public internet, and which to somebody's own network."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 by way of a translator (RFC 6052 §2.1): the last four bytes are the address."""

_OWN = (
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("3fff::/20"),
    IPv6Network("fec0::/10"),
)
"""For protocols, relays of old, translators inside a network, documents, and sites (RFC 6890, RFC 7526, RFC 8215,
RFC 9637, RFC 3879); not every Python knows them."""

_METADATA = frozenset({IPv4Address("168.63.129.16")})
"""What answers for a machine in a cloud at an address that looks public: Azure's."""


def is_public(address: str) -> bool:
    """Tell whether an address (RFC 6890) is anybody's to ask; of one inside another, the inner one counts."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    special = found.is_multicast or found.is_reserved or found in _METADATA or any(found in one for one in _OWN)
    return found.is_global and not special


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to, if it does."""
    if address in _TRANSLATED:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour


def without_password(url: str) -> str:
    """Return an address with nothing before an @ of its host, for people and for what is kept."""
    scheme, slashes, rest = url.partition("//")
    end = min((at for sign in "/?#" if (at := rest.find(sign)) >= 0), default=len(rest))
    host = rest[:end].rpartition("@")[2]
    return url if host == rest[:end] else f"{scheme}{slashes}…@{host}{rest[end:]}"
