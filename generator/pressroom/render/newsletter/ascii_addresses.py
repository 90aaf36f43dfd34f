"""Addresses in ASCII, as mail needs them: domains in Punycode, the rest percent-encoded."""

from urllib.parse import quote

_URI = "%:/?#[]@!$&'()*+,;="
"""What stands in addresses beside letters, digits, hyphens, dots, underscores and tildes."""


def as_uri(address: str) -> str:
    """Return an address in ASCII, as headers need it: its domain in Punycode, the rest percent-encoded (RFC 3986)."""
    scheme, colon, rest = address.strip().partition(":")
    start = rest.find("@") + 1 if scheme.lower() == "mailto" else 2
    end = min((at for at in map(rest.find, "/?#", 3 * (start,)) if at >= 0), default=len(rest))
    return scheme + colon + quote(rest[:start] + to_ascii(rest[start:end]) + rest[end:], safe=_URI)


def to_ascii(domain: str) -> str:
    """Return a domain in ASCII, each label that needs it in Punycode (RFC 5890)."""
    return ".".join(label if label.isascii() else _punycode(label) for label in domain.split("."))


def _punycode(label: str) -> str:
    """Encode a label; Python's own `idna` is that of 2003 and would change ß to ss and ς to σ."""
    if set("ßς") & set(label):
        return "xn--" + label.lower().encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")
