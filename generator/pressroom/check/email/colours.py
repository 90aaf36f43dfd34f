"""Colours as CSS writes them, and how well they can be read on one another.

Worked out apart from the colours that the renderer makes, so that the one can catch the other's mistakes.
"""

from functools import lru_cache
from typing import NamedTuple

from tinycss2 import parse_component_value_list  # type: ignore[import-untyped] # it brings no types
from tinycss2.color4 import parse_color  # type: ignore[import-untyped] # it brings no types


class Colour(NamedTuple):
    """Red, green, blue and how opaque, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Colour") -> "Colour":
        """Return what is seen of it on an opaque ground."""
        if self.alpha == 1:
            return self
        mixed = (self.alpha * top + (1 - self.alpha) * below for top, below in zip(self[:3], ground[:3], strict=True))
        return Colour(*mixed)

    def __str__(self) -> str:
        return "#" + "".join(f"{round(255 * channel):02x}" for channel in self[:3])


WHITE = Colour(1, 1, 1)
BLACK = Colour(0, 0, 0)


@lru_cache(maxsize=4096)
def colour(value: str) -> Colour | None:
    """Return the first colour in a CSS value, as in `1px solid red`; None where there is none that is fixed."""
    return next(filter(None, map(_read, parse_component_value_list(value, skip_comments=True))), None)


@lru_cache(maxsize=1024)
def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _read(token: object) -> Colour | None:
    found = parse_color(token)
    if found is None or isinstance(found, str):  # currentcolor
        return None
    try:
        red, green, blue = (min(max(float(channel or 0), 0.0), 1.0) for channel in found.to("srgb").coordinates)
    except (NotImplementedError, ValueError, OverflowError):  # a colour space that no mail program knows
        return None
    return Colour(red, green, blue, float(found.alpha or 0))


def _luminance(shade: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade[:3])
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
