import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.publication import Brand
from pressroom.render.newsletter.colours import BLACK, WHITE, Palette, contrast, dark, light, luminance, mix, readable

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


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [(WHITE, BLACK, 21.0), (WHITE, WHITE, 1.0), ("#777777", WHITE, 4.48), ("#0000ff", WHITE, 8.59)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_colour_is_darkened_on_light_and_lightened_on_dark_and_keeps_its_hue() -> None:
    on_white, on_black = readable("#f2b33d", (WHITE,)), readable("#0f3d56", (BLACK,))
    assert contrast(on_white, WHITE) >= 4.5
    assert luminance(on_white) < luminance("#f2b33d")
    assert on_white[1:3] > on_white[3:5] > on_white[5:7]
    assert luminance(on_black) > luminance("#0f3d56")
    assert on_black[1:3] < on_black[3:5] < on_black[5:7]


def test_where_nothing_reads_well_it_is_black_or_white() -> None:
    assert readable("#888888", (WHITE, "#7a7a7a"), 7.0) == BLACK
    assert readable("#888888", (BLACK, "#757575"), 7.0) == WHITE


def test_mixing() -> None:
    assert mix(WHITE, BLACK, 0) == WHITE
    assert mix(WHITE, BLACK, 1) == BLACK
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"
