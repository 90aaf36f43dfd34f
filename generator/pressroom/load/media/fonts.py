"""A publication's own fonts: whether a file is one, and which weights it has."""

import io
import os
from hashlib import sha256

from pressroom.load.content import Content, unreadable
from pressroom.load.faults import fault
from pressroom.load.remembering import remember
from pressroom.model.base import Model
from pressroom.model.brand import LARGEST_FONT, FontFile
from pressroom.model.finding import Fault

_VERSION = "1"
_SIGNATURE = b"wOF2"
_WEIGHT = b"Weight"


class Facts(Model):
    """What was measured of a font."""

    lightest: int = 0
    heaviest: int = 0
    broken: bool = False


def measure_font(content: Content, path: str) -> FontFile | Fault:
    """Return a font that lies at a path; a fault, which begins behind its name, where it cannot be used."""
    data = _read(content, path)
    if isinstance(data, Fault):
        return data
    digest = sha256(data).hexdigest()
    facts = remember(content.store, "font", f"{_VERSION} {digest}", Facts, lambda: _measure(data))
    if facts.broken:
        return fault("font", 1, "is damaged, or no WOFF2 font at all.", "Copy it again from where it came from.")
    return FontFile(path=path, digest=digest, lightest=facts.lightest, heaviest=facts.heaviest)


def _read(content: Content, path: str) -> bytes | Fault:
    try:
        with content.open(path) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read() if size <= LARGEST_FONT else b""
    except OSError as wrong:
        return unreadable(wrong, "")
    if size > LARGEST_FONT:
        message = f"has {size / 1e6:,.1f} MB, which every reader would load; {LARGEST_FONT / 1e6:,.0f} MB are the most."
        return fault("font", 1, message, "Take a version with fewer characters, such as Latin alone.")
    return data


def _measure(data: bytes) -> Facts:
    if not data.startswith(_SIGNATURE):
        return Facts(broken=True)
    from PIL import ImageFont  # noqa: PLC0415 - few publications bring a font

    try:
        font = ImageFont.truetype(io.BytesIO(data), 20, layout_engine=ImageFont.Layout.BASIC)
        font.getlength("Aa")
    except (OSError, ValueError):
        return Facts(broken=True)
    try:
        axes = font.get_variation_axes()
    except OSError:  # it has one weight alone
        return Facts()
    weights = next((axis for axis in axes if axis["name"] == _WEIGHT), None)
    return Facts(lightest=weights["minimum"] or 0, heaviest=weights["maximum"] or 0) if weights else Facts()
