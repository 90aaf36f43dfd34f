"""The brand's colours where text has to be read."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.render.website.rich_site import THEME_FOLDER

from pressroom.model.brand import Brand
from pressroom.render.colours import contrast
from pressroom.render.website.colours import DARK_GROUND, LIGHT_GROUND, colours

ANY = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@given(primary=ANY, accent=ANY)
def test_whatever_the_brand_its_colours_can_be_read(primary: str, accent: str) -> None:
    made = colours(Brand(primary=primary, accent=accent))
    assert contrast(made.on_primary, primary) >= 4.5
    assert contrast(made.on_accent, accent) >= 4.5
    for colour in (made.primary_on_light, made.accent_on_light):
        assert contrast(colour, LIGHT_GROUND) >= 4.5
    for colour in (made.primary_on_dark, made.accent_on_dark):
        assert contrast(colour, DARK_GROUND) >= 4.5


def test_the_style_sheet_has_the_grounds_that_shades_are_reckoned_against() -> None:
    tokens = (THEME_FOLDER / "assets" / "press" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--press-panel: (#\w+);", tokens)) == {LIGHT_GROUND, DARK_GROUND}
