"""Personal addresses as QR codes, for the phone in the other hand."""

import io
import os
from pathlib import Path

import segno

from pressroom.errors import Unwritable
from pressroom.render.codes import code


def drawn(address: str) -> str:
    """Return a code as text for a terminal, two modules to a character."""
    text = io.StringIO()
    segno.make_qr(address, error="m", boost_error=False).terminal(text, border=4, compact=True)
    return text.getvalue()


def write(address: str, path: Path) -> Path:
    """Write a code as an SVG picture that its owner alone may read, and return where it is.

    Raises:
        Unwritable: something is there already, or it cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(code(address))
    except OSError as fault:
        raise Unwritable(f"{path} cannot be written: {fault.strerror}.", "Name another folder: --to DIR") from fault
    return path
