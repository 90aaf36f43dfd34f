from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.brand import Brand
from pressroom.render.colours import contrast, luminance
from pressroom.render.newsletter.colours import Palette, dark, light

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SURFACES = ("ground", "paper", "panel")
TEXTS = ("ink", "quiet", "link", "label")


def pairs(palette: Palette) -> dict[tuple[str, str], float]:
    """Return the contrast of each text with each surface that it may stand on."""
    on_surfaces = {(text, surface) for text in TEXTS for surface in SURFACES}
    on_their_own = {("on-masthead", "masthead"), ("on-button", "button")}
    return {(a, b): contrast(palette[a], palette[b]) for a, b in on_surfaces | on_their_own}


@settings(deadline=None)
@given(primary=COLOURS, accent=COLOURS)
def test_text_can_be_read_whatever_the_brand(primary: str, accent: str) -> None:
    brand = Brand(primary=primary, accent=accent)
    for palette in (light(brand), dark(brand)):
        assert {pair: ratio for pair, ratio in pairs(palette).items() if ratio < 4.5} == {}
        assert all(contrast(palette["ink"], palette[surface]) >= 7 for surface in SURFACES)


@settings(deadline=None)
@given(primary=COLOURS, accent=COLOURS)
def test_a_dark_screen_is_dark_and_a_light_one_light(primary: str, accent: str) -> None:
    brand = Brand(primary=primary, accent=accent)
    assert all(luminance(light(brand)[surface]) > 0.6 for surface in SURFACES)
    assert all(luminance(dark(brand)[surface]) < 0.15 for surface in SURFACES)


def test_both_palettes_have_the_same_names() -> None:
    assert light(Brand()).keys() == dark(Brand()).keys()


def test_a_brand_that_can_be_read_stays_as_it_is() -> None:
    brand = Brand(primary="#0f3d56", accent="#b4451f")
    assert light(brand)["link"] == light(brand)["masthead"] == light(brand)["button"] == "#0f3d56"
