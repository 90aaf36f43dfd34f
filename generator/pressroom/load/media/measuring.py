"""Measuring a picture with Pillow, without trusting what it says of itself."""

import io
import warnings

from PIL import Image, ImageFile

from pressroom.load.faults import fault
from pressroom.load.media.facts import Facts
from pressroom.load.media.focus import focus
from pressroom.load.media.headers import PictureKind, claimed_size

LARGEST = 64_000_000
"""Pixels that a picture may have: decoded, they fit into the memory of an ordinary machine."""

_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""EXIF orientations that swap width and height (Exif 3.0, §4.6.5)."""


def measure(data: bytes, kind: PictureKind) -> Facts:
    """Measure a picture: first what it claims, then, where that is bearable, whether all of it is there."""
    width, height = claimed_size(data, kind) or (0, 0)
    if width * height > LARGEST:
        claimed, most = width * height // 1_000_000, LARGEST // 1_000_000
        message = f"has {width:,} × {height:,} pixels, {claimed:,} megapixels; {most} are the most."
        return Facts(fault=fault("picture-too-large", 1, message, "Export it smaller; 2,000 pixels across are plenty."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow would say of odd metadata is nothing that an editor can mend
            with Image.open(io.BytesIO(data), formats=[kind]) as image:
                return _decode(image)
    except Exception:  # Pillow's decoders raise whatever they meet in a damaged file
        message = "is damaged, or a part of it is missing."
        return Facts(
            fault=fault("picture-broken", 1, message, "Copy it again from where it came from, or export it again.")
        )


def _decode(image: ImageFile.ImageFile) -> Facts:
    """Decode a picture once, JPEG at an eighth of its size, to know that all of it is there."""
    (width, height), mode = image.size, image.mode
    image.draft(None, (width // 8, height // 8))
    image.load()
    if image.getexif().get(_ORIENTATION) in _SIDEWAYS:
        width, height = height, width
    return Facts(width=width, height=height, mode=mode, transparent=_is_transparent(image), focus=focus(image))


def _is_transparent(image: Image.Image) -> bool:
    """Tell whether any of a picture lets through what is behind it."""
    if "A" not in image.getbands():
        return image.has_transparency_data
    lowest, _ = image.getchannel("A").getextrema()
    return bool(lowest != 255)
