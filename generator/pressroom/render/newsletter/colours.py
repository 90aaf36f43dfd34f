"""The message's colours: two palettes out of the brand's two colours, and what is written stays readable on both.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from pressroom.model.publication import Brand

READABLE = 4.5
"""The least contrast of text, WCAG 2.2 success criterion 1.4.3."""

COMFORTABLE = 7.0
"""The least contrast of running text, WCAG 2.2 success criterion 1.4.6."""

_GLOWING = 6.0
"""Contrast of links on a dark screen: a dark brand colour only just readable there looks like dirt."""

WHITE = "#ffffff"
BLACK = "#000000"

_MIDDLE = 0.18
"""The luminance that black and white stand out from equally."""

_STEPS = 50

Palette = Mapping[str, str]
"""From a colour's name, as style.css has it after `--`, to `#rrggbb`."""

Rgb = tuple[int, int, int]


def light(brand: Brand) -> Palette:
    """Return the palette of a light screen."""
    surfaces = {
        "ground": mix(WHITE, brand.primary, 0.07),
        "paper": WHITE,
        "panel": mix(WHITE, brand.accent, 0.13),
    }
    on = tuple(surfaces.values())
    ink = readable(mix("#1d1d1f", brand.primary, 0.15), on, COMFORTABLE)
    return {
        **surfaces,
        "ink": ink,
        "quiet": readable(mix(ink, WHITE, 0.3), on),
        "line": mix(WHITE, ink, 0.16),
        "link": readable(brand.primary, on),
        "label": readable(brand.accent, on),
        "masthead": brand.primary,
        "on-masthead": _opposite(brand.primary),
        "stripe": brand.accent,
        "button": brand.primary,
        "on-button": _opposite(brand.primary),
    }


def dark(brand: Brand) -> Palette:
    """Return the palette of a dark screen."""
    surfaces = {
        "ground": mix("#0d0f12", brand.primary, 0.06),
        "paper": mix("#181b20", brand.primary, 0.09),
        "panel": mix("#22262c", brand.primary, 0.2),
    }
    on = tuple(surfaces.values())
    ink = readable("#e9e7e3", on, COMFORTABLE)
    link = readable(brand.primary, on, _GLOWING)
    return {
        **surfaces,
        "ink": ink,
        "quiet": readable(mix(ink, surfaces["paper"], 0.3), on),
        "line": mix(surfaces["paper"], ink, 0.18),
        "link": link,
        "label": readable(brand.accent, on),
        "masthead": readable(brand.primary, (WHITE,), COMFORTABLE),
        "on-masthead": WHITE,
        "stripe": brand.accent,
        "button": link,
        "on-button": _opposite(link),
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in _parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: `one` where `share` is 0, `other` where it is 1."""
    first, second, third = ((a + (b - a) * share) / 255 for a, b in zip(_parse(one), _parse(other), strict=True))
    return _written((first, second, third))


def readable(colour: str, on: tuple[str, ...], ratio: float = READABLE) -> str:
    """Return the colour nearest to `colour` that stands out by `ratio` from each of `on`, darker or lighter.

    It keeps its hue, and is darkened on light surfaces and lightened on dark ones; where not
    even black or white will do, it is black or white.
    """
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _parse(colour)))
    end = 0.0 if min(luminance(surface) for surface in on) > _MIDDLE else 1.0
    for step in range(_STEPS):
        shade = _written(hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation))
        if all(contrast(shade, surface) >= ratio for surface in on):
            return shade
    return WHITE if end else BLACK


def _opposite(surface: str) -> str:
    """Return white or black, whichever reads better on a surface; one of them always has a contrast of 4.58."""
    return max(WHITE, BLACK, key=lambda colour: contrast(colour, surface))


def _parse(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _written(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
