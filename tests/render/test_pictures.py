from functools import partial

import pytest
from tests.builders import picture

from pressroom.render.addresses import relative
from pressroom.render.pictures import SIZES, in_mail, in_page

QUAY = picture(path="content/issues/2026-11/quay.jpg", width=2000, height=1000)
SMALL = picture(path="content/people/ada.png", width=300, height=200, format="png", transparent=True)


def name(address: str) -> str:
    return address.rpartition("/")[2].replace(f"-{'a' * 12}", "")


def test_a_page_offers_webp_in_every_width_and_a_jpeg_for_the_rest() -> None:
    tag = in_page(QUAY, "The quay", name)
    assert tag.srcset == "quay-480.webp 480w, quay-960.webp 960w, quay-1600.webp 1600w"
    assert tag.sizes == SIZES
    assert (tag.src, tag.alt) == ("quay-960.jpg", "The quay")


def test_a_page_gives_the_size_of_the_largest_so_that_nothing_jumps() -> None:
    tag = in_page(QUAY, "", name)
    assert (tag.width, tag.height) == (1600, 800)


def test_a_small_transparent_picture_keeps_its_own_width_and_is_a_png() -> None:
    tag = in_page(SMALL, "", name, sizes="6rem")
    assert (tag.src, tag.srcset, tag.sizes) == ("ada-300.png", "ada-300.webp 300w", "6rem")
    assert (tag.width, tag.height) == (300, 200)


def test_addresses_are_written_as_the_page_sees_them() -> None:
    tag = in_page(SMALL, "", partial(relative, "issues/2026-11/"))
    assert tag.src == f"../../assets/pictures/ada-{'a' * 12}-300.png"


@pytest.mark.parametrize(
    ("width", "shown", "source"),
    [
        (600, (600, 300), "quay-1600.jpg"),
        (480, (480, 240), "quay-960.jpg"),
        (240, (240, 120), "quay-480.jpg"),
        (1000, (1000, 500), "quay-1600.jpg"),
        (1900, (1600, 800), "quay-1600.jpg"),
    ],
)
def test_a_message_takes_one_that_is_sharp_on_dense_screens_where_there_is_one(
    width: int, shown: tuple[int, int], source: str
) -> None:
    tag = in_mail(QUAY, "The quay", name, width)
    assert (tag.width, tag.height) == shown
    assert tag.src == source
    assert (tag.srcset, tag.sizes, tag.alt) == ("", "", "The quay")


def test_a_message_never_enlarges_a_picture() -> None:
    tag = in_mail(SMALL, "", name)
    assert (tag.src, tag.width, tag.height) == ("ada-300.png", 300, 200)


def test_a_very_flat_picture_keeps_a_pixel_of_height() -> None:
    line = picture(path="line.png", width=3000, height=1, format="png")
    assert in_mail(line, "", name).height == 1
    assert in_page(line, "", name).height == 1
