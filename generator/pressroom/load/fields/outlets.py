"""Where the site, the messages and the word of them go: targets, mail servers, quiet hours, channels."""

import re
from datetime import time
from typing import Annotated, Final
from urllib.parse import SplitResult, urlsplit

from pydantic import BeforeValidator, InstanceOf, ValidationInfo

from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.texts import single_line
from pressroom.load.fields.written import like
from pressroom.model.near import listed, nearest
from pressroom.model.outlets import Quiet

TARGETS: Final = {
    "folder": "folder:/srv/www/newsletter",
    "ssh": "ssh://deploy@web.example.com/srv/www/newsletter",
    "s3": "s3://bucket/newsletter",
    "gs": "gs://bucket/newsletter",
    "az": "az://container/newsletter",
    "git": "git:pages",
    "handover": "handover:public",
}
"""Each kind of target, with how it is written."""

SERVERS: Final = {
    "smtps": "smtps://mail.example.com",
    "smtp": "smtp://mail.example.com:587",
    "maildir": "maildir:/var/mail/outbox",
}

_HOSTED = ("ssh", "s3", "gs", "az", "smtp", "smtps")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9a-fA-F:]+")
_PATH = re.compile(r"[A-Za-z0-9._~/ @+=-]+")
_BRANCH = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")
_CHANNEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HOURS = re.compile(r"([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9]))?")


def _target(value: str, info: ValidationInfo) -> str:
    return _place(single_line(value, info), TARGETS, "where the site goes", info)


def _server(value: str, info: ValidationInfo) -> str:
    address = _place(single_line(value, info), SERVERS, "the mail server", info)
    if address.startswith("smtp") and urlsplit(address).path.strip("/"):
        message = f"`{named(info)}` is the mail server, and {told(address)} goes on behind its name."
        raise refuse("target", message, f"Write {named(info)}: {SERVERS['smtps']}")
    return address


def _place(address: str, kinds: dict[str, str], what: str, info: ValidationInfo) -> str:
    """Return an address of one of these kinds, with no secret in it."""
    name, kind = named(info), address.partition(":")[0]
    if kind not in kinds or ":" not in address:
        near = nearest(kind, kinds)
        hint = f"Write {name}: {kinds[near] if near else next(iter(kinds.values()))}"
        message = f"`{name}` says {what}, and {told(address)} begins with none of {listed(tuple(kinds), 'or')}."
        raise refuse("target", message, hint)
    fault = _unfit_host(address) if kind in _HOSTED else _unfit_path(kind, address.partition(":")[2])
    if fault:
        message = f"`{name}` says {what}, and {told(_without_secret(address))} {fault}."
        raise refuse("target", message, f"Write {name}: {kinds[kind]}")
    return address


def _unfit_host(address: str) -> str:
    """Return why an address cannot be a host's; nothing if it can."""
    parts = _split(address)
    if parts is None or not parts.hostname or not _HOST.fullmatch(parts.hostname):
        return "names no host that can be"
    faults = {
        "has a name or a password in it; these come from the environment of the job that publishes": _is_telling(parts),
        "has a user's name that cannot be": bool(parts.username) and not _HOST.fullmatch(parts.username or ""),
        "goes on after a ? or #": bool(parts.query or parts.fragment),
        "names no folder": parts.scheme == "ssh" and not parts.path.strip("/"),
        "has a folder with signs that cannot be": bool(parts.path) and not _PATH.fullmatch(parts.path),
        "leads upwards": ".." in parts.path.split("/"),
    }
    return next((fault for fault, found in faults.items() if found), "")


def _is_telling(parts: SplitResult) -> bool:
    return parts.password is not None or (parts.username is not None and parts.scheme != "ssh")


def _unfit_path(kind: str, rest: str) -> str:
    if kind == "git":
        fit = _BRANCH.fullmatch(rest) and ".." not in rest and "//" not in rest
        return "" if fit else "names no branch that can be"
    if not rest.strip("/") or not _PATH.fullmatch(rest):
        return "names no folder that can be"
    return "leads upwards" if ".." in rest.split("/") else ""


def _without_secret(address: str) -> str:
    """Return an address as it may be shown: without what stands before its @."""
    scheme, colon, rest = address.partition(":")
    return f"{scheme}{colon}//…@{rest.rpartition('@')[2]}" if "@" in rest and scheme in _HOSTED else address


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _quiet(value: str, info: ValidationInfo) -> Quiet:
    first, dash, last = single_line(value, info).replace("–", "-").partition("-")
    begins, ends = _hour(first), _hour(last)
    if not dash or begins is None or ends is None or begins == ends:
        message = f"`{named(info)}` is two times of the day with a hyphen between, and {told(value)} is not."
        raise refuse("quiet-hours", message, f"Write {named(info)}: 20:00-07:00")
    return Quiet(begins=begins, ends=ends)


def _hour(text: str) -> time | None:
    found = _HOURS.fullmatch(text.strip())
    if not found or (found[1] == "24" and found[2] not in (None, "00")):
        return None
    return time(int(found[1]) % 24, int(found[2] or 0))


def _channel(value: str, info: ValidationInfo) -> str:
    name = single_line(value, info)
    if not _CHANNEL.fullmatch(name):
        message = f"`{named(info)}` lists names of chat channels, and {told(_first_of(name))} is no such name."
        hint = "Write a name, such as slack, and put its address where the job that publishes keeps its secrets: "
        raise refuse("channel", message, f"{hint}PRESSROOM_ANNOUNCE_SLACK")
    return name


def _first_of(name: str) -> str:
    """Return so much of a name as may be shown: an address of a channel is a secret from its :// on."""
    scheme, colon, _ = name.partition("://")
    return f"{scheme}://…" if colon else name


Target = Annotated[str, BeforeValidator(_target), like(rf"(?:{'|'.join(TARGETS)}):\S.*", examples=[*TARGETS.values()])]
"""Where the site goes; one of `TARGETS`."""

Server = Annotated[str, BeforeValidator(_server), like(rf"(?:{'|'.join(SERVERS)}):\S.*", examples=[*SERVERS.values()])]
"""A mail server, or a Maildir; one of `SERVERS`."""

QuietHours = Annotated[InstanceOf[Quiet], BeforeValidator(_quiet), like(rf"{_HOURS.pattern}\s*[-–]\s*{_HOURS.pattern}")]
"""Two times of the day, `20:00-07:00`."""

Channel = Annotated[str, BeforeValidator(_channel), like(_CHANNEL.pattern)]
"""A chat channel's name, whose address is a secret of the environment."""
