"""The message's colours: two palettes out of the brand's two colours, and what is written stays readable on both."""

from collections.abc import Mapping

from pressroom.model.brand import Brand
from pressroom.render.colours import COMFORTABLE, WHITE, mix, readable, text_on

_GLOWING = 6.0
"""Contrast of links on a dark screen: a dark brand colour only just readable there looks like dirt."""

Palette = Mapping[str, str]
"""From a colour's name, as style.css has it after `--`, to `#rrggbb`."""


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
        "on-masthead": text_on(brand.primary),
        "stripe": brand.accent,
        "button": brand.primary,
        "on-button": text_on(brand.primary),
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
        "on-button": text_on(link),
    }
