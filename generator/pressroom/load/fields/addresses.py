"""Addresses: of people, of mail programs, of the web; and nothing that could begin a second header."""

import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import BeforeValidator, ValidationInfo

from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.texts import single_line

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[^\W_](?:[^\W_]|-)*"
_EMAIL = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+")
_SENDER = re.compile(r'(?:(?P<name>[^<>"]+|"[^"\\]*") )?<(?P<address>[^<>]+)>')
_LIST_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_ADDRESS = re.compile(r"[!#$%&'()*+,/:;=?@\[\]~\w.-]+", re.ASCII)
_PATH = re.compile(r"(?:/[A-Za-z0-9._~%!$&'()*+,;=:@-]*)*")


def _email(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    if not _EMAIL.fullmatch(address):
        message = f"`{named(info)}` is an email address, and {told(address)} is none."
        raise refuse("email-address", message, f"Write it alone, such as {named(info)}: news@example.com")
    return address


def _sender(value: str, info: ValidationInfo) -> str:
    sender = single_line(value, info)
    found = _SENDER.fullmatch(sender)
    if not _EMAIL.fullmatch(found["address"] if found else sender):
        message = f"`{named(info)}` is a name with an email address, and {told(sender)} is none."
        raise refuse("email-address", message, f"Write {named(info)}: The Bench <news@example.com>")
    return sender


def _list_id(value: str, info: ValidationInfo) -> str:
    name = single_line(value, info)
    if not _LIST_ID.fullmatch(name) or "." not in name or ".." in name:
        message = f"`{named(info)}` names the list to mail programs (RFC 2919), and {told(name)} is no such name."
        raise refuse("list-id", message, f"Write letters, digits, hyphens and dots: {named(info)}: bench.example.com")
    return name


def _unsubscribe(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    kind, _, rest = address.partition(":")
    if kind.lower() == "mailto" and _EMAIL.fullmatch(rest.partition("?")[0]) and _ADDRESS.fullmatch(rest):
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


def _base_url(value: str, info: ValidationInfo) -> str:
    address = single_line(value, info)
    parts = _split(address)
    reason = _unfit(parts) if parts else "is not written as one"
    if reason or not parts:
        message = f"`{named(info)}` is the address where the newsletter will stand, and {told(address)} {reason}."
        raise refuse("base-url", message, f"Write it whole: {named(info)}: https://news.example.com/")
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}/"


def _unfit(parts: SplitResult) -> str:
    """Return why an address cannot be where a site stands; nothing if it can."""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "does not begin with https:// and a host"
    if parts.username or parts.password:
        return "has a name or a password in it"
    if parts.query or parts.fragment:
        return "goes on after a ? or #"
    if not parts.netloc.isascii():
        return f"has letters that addresses spell otherwise ({parts.hostname.encode('idna').decode()})"
    if not _PATH.fullmatch(parts.path) or ".." in parts.path.split("/"):
        return "has a path that cannot stand in an address"
    return ""


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


Email = Annotated[str, BeforeValidator(_email)]
"""An email address by itself."""

Sender = Annotated[str, BeforeValidator(_sender)]
"""An email address, with or without a name before it."""

ListId = Annotated[str, BeforeValidator(_list_id)]
"""A mailing list's name (RFC 2919)."""

Unsubscribe = Annotated[str, BeforeValidator(_unsubscribe)]
"""Where a mail program asks to be taken off the list (RFC 2369)."""

Url = Annotated[str, BeforeValidator(_url)]
"""An absolute http(s) address."""

BaseUrl = Annotated[str, BeforeValidator(_base_url)]
"""The site's address, with a slash at its end."""
