"""The pictures inside a sound file: small JPEGs, none larger than the room that its label keeps for it."""

import io
from collections.abc import Iterator
from pathlib import Path

import PIL
from PIL import Image

from pressroom.build.pictures import open_upright
from pressroom.model.label import COVER_ROOM, PICTURE_ROOM, Label
from pressroom.model.picture import Picture
from pressroom.store import Store

_COVER_SIDE, _PICTURE_SIDE = 600, 400
"""Pixels along the longer side."""

_FRAME = 64
"""Bytes around a picture in a tag, and some to spare."""

_QUALITIES = (85, 75, 65, 50, 35, 20)
_RECIPE = f"1 {PIL.__version__} {_QUALITIES}"


def pictures(root: Path, label: Label, store: Store) -> dict[str, bytes]:
    """Return the pictures of a label, by the digest of what each is made of; one that does not fit is left out.

    Raises:
        Unreadable: a picture's file is no longer what was examined.

    """
    return {picture.digest: _kept(root, picture, side, room - _FRAME, store) for picture, side, room in _wanted(label)}


def _wanted(label: Label) -> Iterator[tuple[Picture, int, int]]:
    """Give each picture with its size and its room; what is the cover and a chapter's as well has to fit both."""
    if label.cover:
        yield label.cover, _COVER_SIDE, COVER_ROOM
    for chapter in label.chapters:
        if chapter.picture:
            yield chapter.picture, _PICTURE_SIDE, PICTURE_ROOM


def _kept(root: Path, picture: Picture, side: int, most: int, store: Store) -> bytes:
    key = f"{_RECIPE} {picture.digest} {side} {most}"
    return store.remember("covers", key, lambda: _fit(open_upright(root, picture, side), side, most))


def _fit(image: Image.Image, side: int, most: int) -> bytes:
    small = _opaque(image)
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    return next((data for data in (_jpeg(small, quality) for quality in _QUALITIES) if len(data) <= most), b"")


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    Image.frombytes(image.mode, image.size, image.tobytes()).save(buffer, "jpeg", quality=quality, optimize=True)
    return buffer.getvalue()
