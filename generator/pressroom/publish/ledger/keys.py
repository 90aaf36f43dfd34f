"""The secret key under which the ledger knows readers, and a reader's fingerprint under it (HMAC, RFC 2104)."""

import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select

from pressroom.errors import PublishingFailed, Unreadable, Unwritable
from pressroom.model.outlets import LedgerKind
from pressroom.plain import open_plain
from pressroom.publish.ledger.laying import lay
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.tables import facts

VARIABLE: Final = "PRESSROOM_LEDGER_KEY"

_SHORTEST: Final = 32
"""Characters; what is shorter could be guessed, and with it who reads."""

_MINTED: Final = 32
"""Bytes; the file has them in hexadecimal, and a line's end."""

_LENGTH: Final = 16
"""Bytes of a fingerprint: no two of any number of readers are alike."""

_MAKE: Final = "Make one with `openssl rand -hex 32`, and keep it in CI's secrets: the same for every run."


def fingerprint_key(kind: LedgerKind, path: Path, environment: Mapping[str, str]) -> bytes:
    """Return the key: the environment's, or else that of the file, which is minted once.

    Raises:
        Unreadable: the environment's is too short or missing where it is needed, or the file is not to be trusted.
        Unwritable: it cannot be kept.

    """
    said = environment.get(VARIABLE, "").strip()
    if said:
        if len(said) < _SHORTEST:
            raise Unreadable(f"{VARIABLE} is shorter than {_SHORTEST} characters.", _MAKE)
        return said.encode()
    if kind == "git":
        raise Unreadable(f"{VARIABLE} is not set, and `ledger: git` needs it.", _MAKE)
    if not os.path.lexists(path):
        _mint(path)
    return _read(path)


def fingerprint(key: bytes, address: str) -> bytes:
    """Return what the ledger knows of a reader: 16 bytes that follow from the key and the normalised address."""
    return hmac.digest(key, address.encode(), "sha256")[:_LENGTH]


def require_same(ledger: Ledger, key: bytes) -> None:
    """Make sure that the key is the one that the ledger has known from its first mailing on.

    Raises:
        PublishingFailed: it is another, under which nobody would be recognised.

    """
    mine = hmac.digest(key, b"pressroom: which key", sha256).hex()
    with ledger.begin() as connection:
        known = connection.execute(select(facts.c.value).where(facts.c.name == "key")).scalar_one_or_none()
        if known is None:
            connection.execute(insert(facts).values(name="key", value=mine))
        elif not hmac.compare_digest(known, mine):
            message = "The key is another than the one that the ledger began with: no reader would be recognised."
            hint = f"Set {VARIABLE} to that one; where none was set, it is in .pressroom/key of the first machine."
            raise PublishingFailed(message, hint)


def _mint(path: Path) -> None:
    """Make a key beside its place, and put it there whole, unless another process has done so meanwhile."""
    new = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123  a descriptor
            file.write(f"{secrets.token_hex(_MINTED)}\n")
            file.flush()
            os.fsync(file.fileno())
        lay(new, path)
    except OSError as fault:
        raise Unwritable(
            f"The key {path} cannot be kept: {fault.strerror}.", f"Mend that, or set {VARIABLE}."
        ) from fault
    finally:
        with suppress(OSError):
            new.unlink()


def _read(path: Path) -> bytes:
    try:
        with open_plain(path) as file:
            about = os.fstat(file.fileno())
            text = file.read(2 * _MINTED + 2).strip()
    except OSError as fault:
        hint = "It has to be a plain file. If somebody's pull request brought something else, ask why."
        raise Unreadable(f"The key {path} cannot be read: {fault.strerror}.", hint) from fault
    if stat.S_IMODE(about.st_mode) & 0o077 or about.st_uid not in (0, os.geteuid()):
        message = f"The key {path} is not its owner's alone: others may know it, or have brought it."
        raise Unreadable(message, f"If you know who it is from: chown it to yourself, and chmod 600 {path}")
    if len(text) != 2 * _MINTED or text.strip(b"0123456789abcdef"):
        raise Unreadable(f"The key {path} is damaged.", "Bring it back from a backup: no other key knows the readers.")
    return text
