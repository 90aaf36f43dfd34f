"""The brand's colours, and what becomes of them where text has to be read."""

from pressroom.model.base import Model
from pressroom.model.brand import Brand
from pressroom.render.colours import COMFORTABLE, READABLE, readable, text_on

LIGHT_GROUND = "#f3f0ea"
"""The darkest that text stands on in light mode: `--press-panel` in the style sheet."""

DARK_GROUND = "#1d2026"
"""The lightest that text stands on in dark mode."""

ON_LIGHT = READABLE + 0.1
"""A little more than text needs, for rounding."""

ON_DARK = COMFORTABLE
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
        on_primary=text_on(brand.primary),
        accent=brand.accent,
        on_accent=text_on(brand.accent),
        primary_on_light=readable(brand.primary, (LIGHT_GROUND,), ON_LIGHT),
        primary_on_dark=readable(brand.primary, (DARK_GROUND,), ON_DARK),
        accent_on_light=readable(brand.accent, (LIGHT_GROUND,), ON_LIGHT),
        accent_on_dark=readable(brand.accent, (DARK_GROUND,), ON_DARK),
    )
