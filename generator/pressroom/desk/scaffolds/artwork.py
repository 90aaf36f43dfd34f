"""A picture that a show can begin with: its name on the brand's colour, until somebody draws a better one."""

import io

from PIL import Image, ImageDraw

from pressroom.build.share_cards.faces import Faces
from pressroom.model.brand import Brand

_SIDE = 1400
_MARGIN = 120
_LARGEST, _SMALLEST = 320, 40
"""Pixels of a letter's height."""

_INK = "#ffffff"


def artwork(title: str) -> bytes:
    """Return a square picture with a show's title, a word a line, as PNG; podcast apps take it (PSP-1)."""
    brand = Brand()
    faces = Faces(brand, {})
    words = faces.legible(title, "heading").split()
    image = Image.new("RGB", (_SIDE, _SIDE), brand.primary)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, _SIDE - 48, _SIDE, _SIDE), brand.accent)
    size = _size(words, faces)
    for number, word in enumerate(words, 1):
        _write(draw, word, faces, (size, _MARGIN + number * size))
    buffer = io.BytesIO()
    image.save(buffer, "png", optimize=True)
    return buffer.getvalue()


def _write(draw: ImageDraw.ImageDraw, word: str, faces: Faces, place: tuple[int, int]) -> None:
    size, bottom = place
    x = float(_MARGIN)
    for run, font in faces.runs(word, "heading", size):
        draw.text((x, bottom), run, fill=_INK, font=font, anchor="ls")
        x += font.getlength(run)


def _size(words: list[str], faces: Faces) -> int:
    """Return the size at which the longest word fits the width, and all of them the height."""
    room = _SIDE - 2 * _MARGIN
    widest = max((faces.width(word, "heading", _LARGEST) for word in words), default=room)
    fitting = min(_LARGEST * room / max(widest, 1), room / max(len(words), 1), _LARGEST)
    return max(round(fitting), _SMALLEST)
