"""The message's fonts: mail programs load none, so a brand's own is stood in for by one that most devices have."""

import re
from collections.abc import Mapping

from pressroom.model.brand import Brand, Kind, Typeface

_SERIF = "Georgia, Times New Roman, serif"
_SANS = "Segoe UI, -apple-system, Roboto, Helvetica, Arial, sans-serif"
_STACKS: Mapping[Kind, str] = {"newsreader": _SERIF, "serif": _SERIF, "sans": _SANS}
"""Outlook knows the first of a list or none, so that is one that Windows has; no quotes, since attributes hold them."""

_FONT = re.compile(r"var\(\s*--(headings|text)\s*\)")

Stacks = Mapping[str, str]
"""From what a font is for, as style.css has it after `--`, to what CSS calls it."""


def stacks(brand: Brand) -> Stacks:
    """Return what stands for the brand's fonts in mail; a text without one of its own is set in sans."""
    text = brand.fonts.text or Typeface(kind="sans")
    return {"headings": _STACKS[brand.fonts.headings.kind], "text": _STACKS[text.kind]}


def with_fonts(css: str, fonts: Stacks) -> str:
    """Put fonts where their names stand."""
    return _FONT.sub(lambda found: fonts[found[1]], css)
