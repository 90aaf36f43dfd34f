import pytest
from tests.builders import picture


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (100, (100,)),
        (480, (480,)),
        (481, (480, 481)),
        (960, (480, 960)),
        (1400, (480, 960, 1400)),
        (1599, (480, 960, 1599)),
        (1600, (480, 960, 1600)),
        (6000, (480, 960, 1600)),
    ],
)
def test_widths_are_the_standard_ones_that_it_fills_or_its_own(width: int, widths: tuple[int, ...]) -> None:
    assert picture(width=width).widths() == widths


def test_a_picture_is_made_as_webp_and_as_what_mail_shows() -> None:
    quay = picture(path="content/issues/2026-11/Quay.JPG", digest="0123456789abcdef" * 4, width=1000, height=500)
    assert [(one.address, one.width, one.height, one.format) for one in quay.variants()] == [
        ("assets/pictures/quay-0123456789ab-320.webp", 320, 160, "webp"),
        ("assets/pictures/quay-0123456789ab-480.webp", 480, 240, "webp"),
        ("assets/pictures/quay-0123456789ab-960.webp", 960, 480, "webp"),
        ("assets/pictures/quay-0123456789ab-1000.webp", 1000, 500, "webp"),
        ("assets/pictures/quay-0123456789ab-480.jpg", 480, 240, "jpeg"),
        ("assets/pictures/quay-0123456789ab-960.jpg", 960, 480, "jpeg"),
        ("assets/pictures/quay-0123456789ab-1000.jpg", 1000, 500, "jpeg"),
    ]


@pytest.mark.parametrize(("width", "made"), [(320, [320]), (321, [320, 321]), (900, [320, 480, 900])])
def test_listings_have_a_narrow_one_as_webp_alone(width: int, made: list[int]) -> None:
    quay = picture(width=width)
    assert [one.width for one in quay.modern()] == made
    assert [one.width for one in quay.plain()] == [one for one in made if one != 320 or width == 320]


@pytest.mark.parametrize(
    ("name", "kept"), [("q" * 244, "q" * 80), ("é" * 120, "é" * 40), ("q" + "é" * 120, "q" + "é" * 39)]
)
def test_a_long_name_is_cut_so_that_every_file_system_takes_it(name: str, kept: str) -> None:
    [webp, jpeg] = picture(path=f"content/{name}.jpg", width=90).variants()
    assert webp.address == f"assets/pictures/{kept}-aaaaaaaaaaaa-90.webp"
    assert jpeg.address == f"assets/pictures/{kept}-aaaaaaaaaaaa-90.jpg"


@pytest.mark.parametrize("form", ["png", "gif", "webp"])
def test_what_one_can_see_through_stays_so(form: str) -> None:
    logo = picture(path=f"logo.{form}", format=form, transparent=True, width=90)
    assert [one.format for one in logo.variants()] == ["webp", "png"]
    assert logo.plain()[0].address.endswith("-90.png")


def test_a_line_keeps_a_pixel_of_height() -> None:
    assert {one.height for one in picture(width=3000, height=1).variants()} == {1}
