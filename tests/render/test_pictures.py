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
    assert tag.srcset == "quay-320.webp 320w, quay-480.webp 480w, quay-960.webp 960w, quay-1600.webp 1600w"
    assert tag.sizes == SIZES
    assert (tag.src, tag.alt) == ("quay-960.jpg", "The quay")


def test_a_page_gives_the_size_of_the_largest_so_that_nothing_jumps() -> None:
    tag = in_page(QUAY, "", name)
    assert (tag.width, tag.height) == (1600, 800)


@pytest.mark.parametrize(("focus", "said"), [((3, 3), ""), ((1, 3), "1-3"), ((4, 2), "4-2")])
def test_a_page_is_told_where_the_subject_is_unless_it_is_in_the_middle(focus: tuple[int, int], said: str) -> None:
    assert in_page(picture(focus=focus), "", name).focus == said


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
    assert (tag.sizes, tag.alt) == ("", "The quay")


@pytest.mark.parametrize(
    ("width", "choice"),
    [
        (600, "quay-960.jpg 1x, quay-1600.jpg 2x"),
        (480, "quay-480.jpg 1x, quay-960.jpg 2x"),
        (240, ""),
        (1000, ""),
    ],
)
def test_a_message_offers_a_smaller_one_where_there_is_one_and_a_sharp_one(width: int, choice: str) -> None:
    assert in_mail(QUAY, "The quay", name, width).srcset == choice


def test_a_message_never_enlarges_a_picture() -> None:
    tag = in_mail(SMALL, "", name)
    assert (tag.src, tag.width, tag.height) == ("ada-300.png", 300, 200)


def test_a_very_flat_picture_keeps_a_pixel_of_height() -> None:
    line = picture(path="line.png", width=3000, height=1, format="png")
    assert in_mail(line, "", name).height == 1
    assert in_page(line, "", name).height == 1
