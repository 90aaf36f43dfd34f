"""The brand's colours, and what becomes of them where text has to be read.

Contrast after WCAG 2.2, section 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum
"""

from colorsys import hls_to_rgb, rgb_to_hls

from pressroom.model.base import Model
from pressroom.model.publication import Brand

LIGHT_GROUND = "#f3f0ea"
"""The darkest that text stands on in light mode: `--press-panel` in the style sheet."""

DARK_GROUND = "#1d2026"
"""The lightest that text stands on in dark mode."""

WHITE, BLACK = "#ffffff", "#000000"
ON_LIGHT = 4.6
"""The contrast that text needs is 4.5; this is a little more, for rounding."""

ON_DARK = 7.0
"""In dark mode a colour has to shine; at the least contrast it looks dusty."""


class Colours(Model):
    """What the theme's style sheet is told; all `#rrggbb`."""

    primary: str
    on_primary: str
    """Text on a ground of the primary colour."""

    accent: str
    on_accent: str
    primary_on_light: str
    """The primary colour as text in light mode: darkened until it can be read."""

    primary_on_dark: str
    accent_on_light: str
    accent_on_dark: str


def colours(brand: Brand) -> Colours:
    """Return a brand's colours with those for text on them, and for them as text."""
    return Colours(
        primary=brand.primary,
        on_primary=_text_on(brand.primary),
        accent=brand.accent,
        on_accent=_text_on(brand.accent),
        primary_on_light=readable(brand.primary, LIGHT_GROUND, ON_LIGHT),
        primary_on_dark=readable(brand.primary, DARK_GROUND, ON_DARK),
        accent_on_light=readable(brand.accent, LIGHT_GROUND, ON_LIGHT),
        accent_on_dark=readable(brand.accent, DARK_GROUND, ON_DARK),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, paper: str, enough: float) -> str:
    """Return the nearest shade of a colour that can be read on a paper: its hue stays, only its lightness changes."""
    goal = 1.0 if _text_on(paper) == WHITE else 0.0
    shades = (_shade(colour, goal, step / 100) for step in range(101))
    return next(shade for shade in shades if contrast(shade, paper) >= enough)


def _text_on(ground: str) -> str:
    return max((WHITE, BLACK), key=lambda text: contrast(text, ground))


def _shade(colour: str, goal: float, share: float) -> str:
    red, green, blue = (channel / 255 for channel in _channels(colour))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    moved = hls_to_rgb(hue, lightness + (goal - lightness) * share, saturation)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in moved) if share else colour


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
