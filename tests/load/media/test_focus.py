"""Where a picture may be cut: its subject stays, at whichever edge it is."""

import io
import random

import pytest
from PIL import Image, ImageDraw
from tests.load.building import ISSUE, STORY, Press

from pressroom.load.media.focus import focus
from pressroom.load.media.headers import picture_kind
from pressroom.load.media.measuring import measure

MIDDLE = (3, 3)
_SKINS = ["#f1c9a5", "#c68642", "#8d5524", "#5c3a21"]


def sea(size: tuple[int, int] = (600, 400)) -> Image.Image:
    return Image.new("RGB", size, "#5f7f95")


def buoy(image: Image.Image, across: float, down: float, side: int = 90) -> Image.Image:
    """Draw something to look at, its centre at these shares of the width and height."""
    draw = ImageDraw.Draw(image)
    x, y = across * image.width - side / 2, down * image.height - side / 2
    draw.ellipse((x, y, x + side, y + side), "#f2b33d", outline="#1b1a18", width=6)
    draw.line((x, y + side / 2, x + side, y + side / 2), "#1b1a18", 8)
    return image


def head(image: Image.Image, across: float, down: float, skin: str) -> Image.Image:
    """Draw a person: a head, and under it a dark coat down to the picture's foot."""
    draw = ImageDraw.Draw(image)
    side = min(image.size) / 4
    x, y = across * image.width - side / 2, down * image.height - side / 2
    draw.rectangle((x - side / 2, y + side, x + side * 1.5, image.height), "#22313d")
    draw.ellipse((x, y, x + side, y + side * 1.2), skin)
    draw.ellipse((x + side * 0.2, y + side * 0.4, x + side * 0.3, y + side * 0.5), "black")
    draw.ellipse((x + side * 0.7, y + side * 0.4, x + side * 0.8, y + side * 0.5), "black")
    return image


def saved(image: Image.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "jpeg", quality=90, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        (0.1, 0.5, (1, 3)),
        (0.9, 0.5, (5, 3)),
        (0.5, 0.12, (3, 1)),
        (0.5, 0.88, (3, 5)),
        (0.1, 0.12, (1, 1)),
        (0.9, 0.88, (5, 5)),
        (0.5, 0.5, MIDDLE),
    ],
)
def test_the_subject_is_found_at_every_edge(across: float, down: float, expected: tuple[int, int]) -> None:
    left, top = focus(buoy(sea(), across, down))
    assert (abs(left - expected[0]) <= 1, abs(top - expected[1]) <= 1) == (True, True)
    for found, wanted in ((left, expected[0]), (top, expected[1])):
        assert (found > 3) - (found < 3) == (wanted > 3) - (wanted < 3), "on the right side of the middle"


@pytest.mark.parametrize("skin", _SKINS)
def test_a_head_high_in_a_tall_photo_is_not_cut_off(skin: str) -> None:
    """A card shows half of such a photo's height: from the place found on, all of the head is in it."""
    photo = head(sea((400, 600)), 0.5, 0.16, skin)
    _, down = focus(photo)
    shown = 400 * 2 / 3
    begins = (photo.height - shown) * (down - 1) / 4
    assert begins <= 0.16 * photo.height - 50


@pytest.mark.parametrize(
    "image", [sea(), sea((300, 500)), Image.new("RGB", (600, 400), "#e0ac69"), Image.new("L", (600, 400), 0)]
)
def test_where_nothing_stands_out_the_middle_stays(image: Image.Image) -> None:
    assert focus(image) == MIDDLE


def test_noise_all_over_has_its_subject_in_the_middle() -> None:
    noise = random.Random(7).randbytes(300 * 200)  # noqa: S311  this keeps no secret
    assert focus(Image.frombytes("L", (300, 200), noise)) == MIDDLE


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK", "LA"])
def test_it_is_found_in_every_kind_of_picture(mode: str) -> None:
    assert focus(buoy(sea(), 0.9, 0.5).convert(mode))[0] >= 4


@pytest.mark.parametrize("image", [Image.new("I;16", (60, 40)), Image.new("RGB", (4, 300)), Image.new("RGB", (1, 1))])
def test_what_cannot_be_looked_at_is_cut_in_the_middle(image: Image.Image) -> None:
    assert focus(image) == MIDDLE


def test_it_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the top of what is stored is on the right
    data = saved(buoy(sea(), 0.1, 0.5), exif=exif.tobytes())
    kind = picture_kind(data)
    assert kind
    across, down = measure(data, kind).focus
    assert (across, down <= 2) == (3, True)


def test_the_same_picture_gives_the_same_place() -> None:
    assert len({focus(buoy(sea(), 0.8, 0.3)) for _ in range(3)}) == 1


def test_a_story_knows_where_the_subject_of_its_picture_is(newsletter: Press) -> None:
    words = "---\ntitle: Fog\nsummary: Thick.\nimage: fog.jpg\n---\nWords.\n"
    files: dict[str, str | bytes] = {
        "content/issues/2026-11/fog.jpg": saved(buoy(sea(), 0.9, 0.5)),
        STORY: words,
        ISSUE: "---\ntitle: x\ndate: 2026-11-19\n---\n",
    }
    image = newsletter.load(files).publication.issues[0].stories[0].image
    assert image
    assert image.focus[0] >= 4
