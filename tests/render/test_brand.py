"""The logo, small: which pictures are made of it, and what it stands on."""

import pytest
from tests.builders import picture

from pressroom.model.brand import Brand, Logo
from pressroom.render.brand import icons, large_icon, mail_logo, plate, small_logo, touch_icon


def brand(tone: str = "#c08020", width: int = 512, height: int = 512) -> Brand:
    return Brand(primary="#0f3d56", logo=Logo(picture=picture(width=width, height=height, transparent=True), tone=tone))


@pytest.mark.parametrize(
    ("tone", "ground", "expected"),
    [
        ("#101820", "#15171b", "#ffffff"),
        ("#f8f8f8", "#fbfaf8", "#000000"),
        ("#101820", "#fbfaf8", ""),
        ("#c08020", "#15171b", ""),
    ],
)
def test_a_logo_stands_on_a_plate_only_where_it_would_vanish(tone: str, ground: str, expected: str) -> None:
    assert plate(Logo(picture=picture(), tone=tone), ground) == expected


def test_the_masthead_logo_keeps_its_shape() -> None:
    square, wide, banner = (small_logo(brand(width=width)) for width in (512, 1024, 5120))
    assert square
    assert wide
    assert banner
    assert [(logo.width, logo.height) for logo in (square, wide, banner)] == [(96, 96), (192, 96), (384, 96)]


def test_square_icons_have_a_ground_and_room_around_the_logo() -> None:
    touch, large = touch_icon(brand()), large_icon(brand("#ffffff"))
    assert touch
    assert large
    assert (touch.width, touch.height, touch.ground, touch.margin) == (180, 180, "#ffffff", 22)
    assert (large.width, large.ground) == (512, "#000000"), "a white logo stands on black"


def test_in_mail_what_a_logo_stands_on_is_part_of_it() -> None:
    plain, dark = mail_logo(brand()), mail_logo(brand("#0d3040"))
    assert plain
    assert dark
    assert (plain.ground, plain.margin) == ("", 0)
    assert (dark.ground, dark.margin) == ("#ffffff", 8)


def test_without_a_logo_there_is_nothing_to_draw() -> None:
    assert icons(Brand()) == ()
    assert [small_logo(Brand()), mail_logo(Brand()), touch_icon(Brand()), large_icon(Brand())] == [None] * 4


def test_every_picture_of_the_logo_has_an_address_of_its_own() -> None:
    made = icons(brand())
    assert len({icon.address for icon in made}) == len(made) == 5
