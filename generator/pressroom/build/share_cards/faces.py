"""The fonts that cards are drawn with: which of them can write a text, and how wide it becomes.

A brand's own font comes first, then the built-in ones. Kerning and advance are the fonts' own, by FreeType
alone: Pillow's other way (raqm) needs a library of the system, and would draw otherwise where that is missing.
"""

import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from PIL import ImageFont

from pressroom.model.brand import Brand, FontFile, Typeface
from pressroom.render.card_layout import Face

_FOLDER = Path(__file__).with_name("fonts")
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "newsreader": ("newsreader", "noto-serif"),
    "serif": ("noto-serif",),
    "sans": ("noto-sans-bold",),
}
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "newsreader": ("newsreader", "noto-sans"),
    "serif": ("newsreader", "noto-sans"),
    "sans": ("noto-sans",),
}
_LAST = ("noto-sans",)
_WEIGHT, _HEADING_WEIGHT = b"Weight", 600
_NOTHING = "\U0010ffff"
"""A character that no font has (Unicode keeps it free): its picture stands for whatever is missing."""

_MEASURED = 100
"""The size at which lines are measured, for all sizes: opening a font is more work than measuring."""

_MISSED = 0.1
"""How much of a text's letters may be missing: a title without its emoji is one, half a title is none."""

Run = tuple[str, ImageFont.FreeTypeFont]


class Faces:
    """The fonts of one brand; for one thread alone, as FreeType wants it."""

    def __init__(self, brand: Brand, own: Mapping[str, bytes]) -> None:
        """Take a brand, and its own font files by their paths."""
        headings, text = brand.fonts.headings, brand.fonts.text or Typeface(kind="sans")
        self._data: Mapping[Face, tuple[bytes, ...]] = {
            "heading": (*_own(headings.file, own), *_builtin(_HEADINGS[headings.kind])),
            "text": (*_own(text.file, own), *_builtin(_TEXTS[text.kind])),
        }
        self._fonts: dict[tuple[Face, int, int], ImageFont.FreeTypeFont] = {}
        self._having: dict[tuple[Face, str], int | None] = {}

    def legible(self, text: str, face: Face) -> str:
        """Return as much of a text as can be written: all, all but a little, or nothing."""
        kept = "".join(mark for mark in text if mark.isspace() or self._place_of(mark, face) is not None)
        letters, left = sum(map(str.isalnum, text)), sum(map(str.isalnum, kept))
        return " ".join(kept.split()) if left and left >= letters * (1 - _MISSED) else ""

    def width(self, text: str, face: Face, size: int) -> float:
        """Return how wide a line is, in pixels."""
        return sum(font.getlength(run) for run, font in self.runs(text, face, _MEASURED)) * size / _MEASURED

    def runs(self, text: str, face: Face, size: int) -> Iterator[Run]:
        """Give a line in parts, each with the font that it is written in; spaces go with what is before them."""
        start, current = 0, 0
        for at, mark in enumerate(text):
            wanted = current if mark.isspace() else self._place_of(mark, face) or 0
            if wanted != current and at > start:
                yield text[start:at], self._font(face, current, size)
                start = at
            current = wanted
        if text:
            yield text[start:], self._font(face, current, size)

    def _place_of(self, mark: str, face: Face) -> int | None:
        """Return which font has a character: the first that does."""
        if (face, mark) not in self._having:
            places = range(len(self._data[face]))
            having = (place for place in places if _has(self._font(face, place, _MEASURED), mark))
            self._having[face, mark] = next(having, None)
        return self._having[face, mark]

    def _font(self, face: Face, place: int, size: int) -> ImageFont.FreeTypeFont:
        """Open a font of the list in a size; once, since each has to be unpacked."""
        key = (face, place, size)
        if key not in self._fonts:
            self._fonts[key] = _open(self._data[face][place], size, face)
        return self._fonts[key]


def _open(data: bytes, size: int, face: Face) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    if face == "heading":
        _embolden(font)
    return font


def _embolden(font: ImageFont.FreeTypeFont) -> None:
    """Set a variable font to the weight of headings, as far as it goes; its other axes stay as they are."""
    try:
        axes = font.get_variation_axes()
    except OSError:  # it is not variable
        return
    lowest = [(axis["name"], axis["minimum"] or 0, axis["default"] or 0, axis["maximum"] or 0) for axis in axes]
    font.set_variation_by_axes(
        [min(max(_HEADING_WEIGHT, low), high) if name == _WEIGHT else usual for name, low, usual, high in lowest]
    )


def _has(font: ImageFont.FreeTypeFont, mark: str) -> bool:
    drawn, missing = font.getmask(mark), font.getmask(_NOTHING)
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


def _own(file: FontFile | None, own: Mapping[str, bytes]) -> tuple[bytes, ...]:
    return (own[file.path],) if file else ()


@cache
def _builtin(names: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple((_FOLDER / f"{name}.woff2").read_bytes() for name in dict.fromkeys((*names, *_LAST)))
