"""Addresses: of people, of mail programs, of the web; and nothing that could begin a second header."""

import re
from ipaddress import ip_address
from typing import Annotated
from unicodedata import category, normalize
from urllib.parse import SplitResult, urlsplit

from pydantic import BeforeValidator, ValidationInfo

from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.texts import single_line
from pressroom.load.fields.written import like, line
from pressroom.prose import schemes

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[^\W_](?:[^\W_]|-)*"
_EMAIL = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+")
_SENDER = re.compile(r'(?:(?P<name>[^<>"]+|"[^"\\]*") )?<(?P<address>[^<>]+)>')
_LIST_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_ADDRESS = re.compile(r"[!#$%&'()*+,/:;=?@\[\]~\w.-]+", re.ASCII)
_PATH = re.compile(r"(?:/[A-Za-z0-9._~%!$&'()*+,;=:@-]*)*")
_HOST_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_HOST_LABEL}(?:\.{_HOST_LABEL})*")
_NUMBERS = re.compile(r"(?:.*\.)?[0-9]+")

_ROUGHLY_EMAIL = r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+"
_ROUGHLY_WEB = r"[Hh][Tt][Tt][Pp][Ss]?://\S+"
"""What an editing program is told of addresses; the rest is more than JSON Schema can say."""

_LONGEST_LOCAL = 64
_LONGEST_DOMAIN = 253
_LONGEST_EMAIL = 254
"""Characters of an email address, its part before the @ and its domain (RFC 5321 §4.5.3.1, RFC 3696 erratum 1690)."""

_LONGEST_NAME = 200
_LONGEST_URI = 900
"""Characters that fit into a line of a message's head, which has at most 998 (RFC 5322 §2.1.1)."""


def _email(value: str, info: ValidationInfo) -> str:
    address = normalize("NFC", single_line(value, info))
    if not _is_email(address):
        message = f"`{named(info)}` is an email address, and {told(address)} is none."
        raise refuse("email-address", message, f"Write it alone, such as {named(info)}: news@example.com")
    _limit(address, info)
    return address


def _sender(value: str, info: ValidationInfo) -> str:
    sender = normalize("NFC", single_line(value, info))
    found = _SENDER.fullmatch(sender)
    name, address = (found["name"] or "", found["address"]) if found else ("", sender)
    if not _is_email(address):
        message = f"`{named(info)}` is a name with an email address, and {told(sender)} is none."
        raise refuse("email-address", message, f"Write {named(info)}: The Bench <news@example.com>")
    _limit(address, info)
    if len(name) > _LONGEST_NAME:
        message = f"The name in `{named(info)}` has {len(name):,} characters; {_LONGEST_NAME} are the most."
        raise refuse("email-address", message, "Shorten it.")
    return sender


def _list_id(value: str, info: ValidationInfo) -> str:
    name = single_line(value, info)
    if not _LIST_ID.fullmatch(name) or "." not in name or ".." in name:
        message = f"`{named(info)}` names the list to mail programs (RFC 2919), and {told(name)} is no such name."
        raise refuse("list-id", message, f"Write letters, digits, hyphens and dots: {named(info)}: bench.example.com")
    if len(name) > _LONGEST_DOMAIN:
        message = f"`{named(info)}` has {len(name):,} characters; {_LONGEST_DOMAIN} are the most."
        raise refuse("list-id", message, f"Shorten it, such as {named(info)}: bench.example.com")
    return name


def _unsubscribe(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    if len(address) > _LONGEST_URI:
        message = f"`{named(info)}` has {len(address):,} characters; {_LONGEST_URI} are the most."
        raise refuse("url", message, f'Write {named(info)}: "mailto:news@example.com?subject=unsubscribe"')
    kind, _, rest = address.partition(":")
    mailbox = rest.partition("?")[0]
    if kind.lower() == "mailto" and _EMAIL.fullmatch(mailbox) and _ADDRESS.fullmatch(rest):
        _limit(mailbox, info)
        return address
    if kind.lower() == "https" and _is_web(address):
        return address
    message = f"`{named(info)}` is a mailto: or https: address, and {told(address)} is none."
    raise refuse("url", message, f'Write {named(info)}: "mailto:news@example.com?subject=unsubscribe"')


def _url(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    if not _is_web(address):
        message = f"`{named(info)}` is an address of the web, and {told(address)} is none."
        raise refuse("url", message, f"Write it whole: {named(info)}: https://intranet.example.com/postbox")
    return address


def _link(value: str, info: ValidationInfo) -> str:
    link = single_line(value, info)
    address = schemes.read(link)
    mailbox = link.partition(":")[2].partition("?")[0]
    by_mail = address.scheme == "mailto" and _EMAIL.fullmatch(mailbox) and _ADDRESS.fullmatch(link)
    if address.kind is schemes.Kind.INSIDE or by_mail or _is_web(link):
        return link
    message = f"`{named(info)}` is an address of the web or of mail, or a file of ours, and {told(link)} is none."
    raise refuse(
        "url", message, f"Write {named(info)}: https://intranet.example.com/party, or {named(info)}: a-story.md"
    )


def _base_url(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    parts = _split(address)
    reason = _unfit(parts) if parts else "is not written as one"
    if reason or not parts:
        message = f"`{named(info)}` is the address where the newsletter will stand, and {told(address)} {reason}."
        raise refuse("base-url", message, f"Write it whole: {named(info)}: https://news.example.com/")
    return f"{parts.scheme}://{_host(parts)}{parts.path.rstrip('/')}/"


def _is_email(address: str) -> bool:
    """Tell whether a text is an address of mail, where letters of any script may stand (RFC 6531, RFC 6532)."""
    letters = ("x" if not char.isascii() and category(char)[0] in "LMN" else char for char in address)
    return bool(_EMAIL.fullmatch("".join(letters)))


def _limit(address: str, info: ValidationInfo) -> None:
    """Refuse an email address that mail servers would not take for its length."""
    local, _, domain = address.rpartition("@")
    try:
        spelt = domain.encode("idna").decode()
    except UnicodeError:
        message = f"`{named(info)}` has a domain that cannot be: {told(domain)}."
        raise refuse("email-address", message, "Write at most 63 characters between two dots.") from None
    parts = {
        "before the @": (len(local.encode()), _LONGEST_LOCAL),
        "behind the @": (len(spelt), _LONGEST_DOMAIN),
        "in all": (len(local.encode()) + 1 + len(spelt), _LONGEST_EMAIL),
    }
    for where, (length, most) in parts.items():
        if length > most:
            message = f"`{named(info)}` has an email address of {length:,} characters {where}; {most} are the most."
            raise refuse("email-address", message, f"Write a shorter one, such as {named(info)}: news@example.com")


def _unfit(parts: SplitResult) -> str:
    """Return why an address cannot be where a site stands; nothing if it can."""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "does not begin with https:// and a host"
    if "@" in parts.netloc:
        return "has a name or a password in it"
    if parts.query or parts.fragment:
        return "goes on after a ? or #"
    if not _is_host(parts.hostname):
        return "has a host that is no name of letters, digits, hyphens and dots"
    if not _PATH.fullmatch(parts.path) or ".." in parts.path.split("/"):
        return "has a path that cannot stand in an address"
    return ""


def _is_host(host: str) -> bool:
    """Tell whether a host is a name (RFC 1123 §2.1), in whichever script, or an IP address."""
    spelt = host.encode("idna").decode().lower()
    if ":" in spelt or _NUMBERS.fullmatch(spelt):
        return _is_ip(spelt)
    return len(spelt) <= _LONGEST_DOMAIN and bool(_HOST.fullmatch(spelt))


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return "%" not in host


def _host(parts: SplitResult) -> str:
    """Return an address's host, as ASCII, and its port."""
    host = (parts.hostname or "").encode("idna").decode().lower()
    bracketed = f"[{host}]" if ":" in host else host
    return bracketed if parts.port is None else f"{bracketed}:{parts.port}"


def _is_web(address: str) -> bool:
    parts = _split(address)
    return bool(parts and parts.scheme in ("http", "https") and parts.hostname and _ADDRESS.fullmatch(address))


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:
        return None
    return None if any(map(str.isspace, address)) else parts


Email = Annotated[str, BeforeValidator(_email), like(_ROUGHLY_EMAIL, format="idn-email")]
"""An email address by itself."""

Sender = Annotated[str, BeforeValidator(_sender), like(rf"{_ROUGHLY_EMAIL}|[^<>\r\n]*<{_ROUGHLY_EMAIL}>")]
"""An email address, with or without a name before it."""

ListId = Annotated[str, BeforeValidator(_list_id), like(_LIST_ID.pattern)]
"""A mailing list's name (RFC 2919)."""

Unsubscribe = Annotated[
    str, BeforeValidator(_unsubscribe), like(r"(?:[Mm][Aa][Ii][Ll][Tt][Oo]|[Hh][Tt][Tt][Pp][Ss]):\S+", format="uri")
]
"""Where a mail program asks to be taken off the list (RFC 2369)."""

Url = Annotated[str, BeforeValidator(_url), like(_ROUGHLY_WEB, format="uri")]
"""An absolute http(s) address."""

Link = Annotated[str, BeforeValidator(_link), line()]
"""An http(s) or mailto address, or a file of the publication as texts link to it."""

BaseUrl = Annotated[str, BeforeValidator(_base_url), like(_ROUGHLY_WEB, format="iri")]
"""The site's address, with a slash at its end."""
