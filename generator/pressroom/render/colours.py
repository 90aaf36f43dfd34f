"""Colours and how well they can be read on one another; all are written `#rrggbb`.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from colorsys import hls_to_rgb, rgb_to_hls

READABLE = 4.5
"""The least contrast of text, WCAG 2.2 success criterion 1.4.3."""

COMFORTABLE = 7.0
"""The least contrast of running text, WCAG 2.2 success criterion 1.4.6."""

WHITE = "#ffffff"
BLACK = "#000000"

_STEPS = 100


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (none) to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = map(_linear, _parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_on(surface: str) -> str:
    """Return white or black, whichever reads better on a surface; one of them always has a contrast of 4.58."""
    return max(WHITE, BLACK, key=lambda colour: contrast(colour, surface))


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: `one` where `share` is 0, `other` where it is 1."""
    red, green, blue = (a + (b - a) * share for a, b in zip(_parse(one), _parse(other), strict=True))
    return _write((red, green, blue))


def readable(colour: str, on: tuple[str, ...], ratio: float = READABLE) -> str:
    """Return the shade nearest to `colour` that stands out by `ratio` from each of `on`, darker or lighter.

    It keeps its hue, and is darkened on light surfaces and lightened on dark ones; where not
    even black or white will do, it is black or white.
    """
    hue, lightness, saturation = rgb_to_hls(*_parse(colour))
    furthest = text_on(min(on, key=luminance))
    end = 1.0 if furthest == WHITE else 0.0
    for step in range(_STEPS):
        shade = _write(hls_to_rgb(hue, lightness + (end - lightness) * (step / _STEPS), saturation))
        if all(contrast(shade, surface) >= ratio for surface in on):
            return shade
    return furthest


def _parse(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _write(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
