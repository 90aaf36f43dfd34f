"""Addresses in ASCII, as mail needs them: domains in Punycode, the rest percent-encoded."""

from unicodedata import normalize
from urllib.parse import quote

_URI = "%:/?#[]@!$&'()*+,;="
"""What stands in addresses beside letters, digits, hyphens, dots, underscores and tildes."""

_LOCAL = "!$'*+"
"""What stands before the @ of a `mailto:` (RFC 6068 section 2); what else mail allows there means something in it."""

_OWN_LETTERS = frozenset("ßς\u200c\u200d")
"""What Python's `idna`, that of 2003, changes or drops, and domains have kept since 2008 (UTS 46, section 7)."""


def as_uri(address: str) -> str:
    """Return an address in ASCII, as headers need it: its domain in Punycode, the rest percent-encoded (RFC 3986)."""
    scheme, colon, rest = address.strip().partition(":")
    start = rest.find("@") + 1 if scheme.lower() == "mailto" else 2
    end = min((at for at in map(rest.find, "/?#", 3 * (start,)) if at >= 0), default=len(rest))
    return scheme + colon + quote(rest[:start] + to_ascii(rest[start:end]) + rest[end:], safe=_URI)


def mailto(mailbox: str, subject: str) -> str:
    """Return the address that begins a mail to a mailbox, with a subject, RFC 6068; its domain is in Punycode."""
    local, _, domain = mailbox.rpartition("@")
    return f"mailto:{quote(local, safe=_LOCAL)}@{to_ascii(domain)}?subject={quote(subject, safe='')}"


def to_ascii(domain: str) -> str:
    """Return a domain in ASCII, each label that needs it in Punycode (RFC 5890)."""
    return ".".join(label if label.isascii() else _punycode(label) for label in domain.split("."))


def _punycode(label: str) -> str:
    if _OWN_LETTERS & set(label):
        return "xn--" + normalize("NFKC", label.lower()).encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")
