"""Colours, and how well they can be read on one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.render.colours import BLACK, WHITE, contrast, luminance, mix, readable, text_on

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


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


@given(surface=COLOURS)
def test_black_or_white_can_be_read_on_any_surface(surface: str) -> None:
    assert text_on(surface) in {BLACK, WHITE}
    assert contrast(text_on(surface), surface) >= 4.5


@given(colour=COLOURS)
def test_a_colour_that_can_be_read_already_stays(colour: str) -> None:
    assert readable(colour, (text_on(colour),)) == colour


def test_a_pale_colour_becomes_the_lightest_shade_of_itself_that_can_be_read() -> None:
    assert readable("#ffff00", (WHITE,)) == "#7a7a00"


def test_of_several_surfaces_the_hardest_counts() -> None:
    assert readable("#f2b33d", (WHITE, "#d8d8d8")) == readable("#f2b33d", ("#d8d8d8",))
