"""Secrets of the environment: which there are, and that none of them stands in what is about to be published."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from pressroom.build.children import SIGNS
from pressroom.errors import PublishingFailed
from pressroom.publish.verify.asking import HEADER

_OURS: Final = "PRESSROOM_"
_PLAIN: Final = (
    "PRESSROOM_RECIPIENTS",
    "PRESSROOM_SMTP_HOST",
    "PRESSROOM_SMTP_USER",
    "PRESSROOM_LEDGER_REMOTE",
    "PRESSROOM_SSH_KEY",
    "PRESSROOM_SSH_KNOWN_HOSTS",
)
"""What of ours is no secret: paths and names."""

_SHORTEST: Final = 8
"""Characters; what is shorter stands in any text by chance."""

_TEXTS: Final = (
    *(".html", ".xml", ".txt", ".eml", ".js", ".css", ".json", ".svg", ".vtt", ".srt", ".ics", ".webmanifest"),
)


def secrets_of(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return the secrets of an environment that are long enough to be told from ordinary words, by their names."""
    return {
        name: value.strip()
        for name, value in environment.items()
        if _is_secret(name) and len(value.strip()) >= _SHORTEST
    }


def require_none(folders: Iterable[Path], secrets: Mapping[str, str]) -> None:
    """Look through all texts that were made for secrets.

    Raises:
        PublishingFailed: one stands in a file; its name is told, and not its value.

    """
    wanted = {name: tuple(_spellings(name, value)) for name, value in secrets.items()}
    for path in _texts(folders) if wanted else ():
        data = path.read_bytes()
        for name, spellings in wanted.items():
            if any(spelling in data for spelling in spellings):
                message = f"The value of {name}, a secret, stands in {path.parent.name}/{path.name}."
                hint = "Take it out of the content, and change the secret, since others may have seen it; then publish."
                raise PublishingFailed(message, f"Nothing was published. {hint}")


def _spellings(name: str, value: str) -> Iterator[bytes]:
    """Give all that a secret would be found by: itself, and what of it is secret by itself, as texts may write it."""
    for part in (value, *_parts(name, value)):
        if len(part) >= _SHORTEST:
            yield from {text.encode() for text in (part, escape(part), escape(part, quote=False), quote(part))}
            yield json.dumps(part)[1:-1].encode()


def _parts(name: str, value: str) -> Iterator[str]:
    """Give what of an address or of a header is secret by itself."""
    if name == HEADER:
        yield value.partition(":")[2].strip()
    with suppress(ValueError):
        yield unquote(urlsplit(value).password or "")


def _is_secret(name: str) -> bool:
    ours = name.startswith(_OURS) and name not in _PLAIN
    return ours or any(sign in name.upper() for sign in SIGNS)


def _texts(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in _TEXTS and path.is_file() and not path.is_symlink():
                yield path
