"""Cards and icons as files: their size, their place, and that they are drawn once."""

import io
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from tests.load.media.fonts import static_font

from pressroom.build.share_cards import drawings
from pressroom.errors import Unreadable
from pressroom.model.artifact import Output
from pressroom.model.brand import Brand, FontFile, Fonts, Logo, Typeface
from pressroom.model.picture import Picture
from pressroom.model.share_card import ShareCard
from pressroom.render.brand import icons
from pressroom.store import Store


def saved(root: Path, image: Image.Image, name: str) -> Picture:
    image.save(root / name)
    digest = sha256((root / name).read_bytes()).hexdigest()
    form = "png" if name.endswith("png") else "jpeg"
    width, height, mode = image.width, image.height, image.mode
    return Picture.from_dict(
        {"path": name, "digest": digest, "width": width, "height": height, "format": form, "mode": mode}
        | {"transparent": mode == "RGBA"}
    )


def card(**fields: object) -> ShareCard:
    given: dict[str, object] = {"folder": "issues/2026-11/", "name": "The Gangway", "title": "Fog", "brand": Brand()}
    return ShareCard.from_dict({**given, **fields})


def drawn(root: Path, *cards: ShareCard, brand: Brand | None = None, store: Store | None = None) -> dict[str, bytes]:
    return {address: draw() for address, draw in listed(root, *cards, brand=brand, store=store).items()}


def listed(
    root: Path, *cards: ShareCard, brand: Brand | None = None, store: Store | None = None
) -> Mapping[str, Callable[[], bytes]]:
    return drawings(root, Output(cards=cards, icons=icons(brand or Brand())), store or Store(None))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_card_is_a_jpeg_of_1200_by_630(tmp_path: Path) -> None:
    made = card(label="Issue 47")
    data = drawn(tmp_path, made)[made.address]
    assert (opened(data).size, opened(data).format) == ((1200, 630), "JPEG")
    assert len(data) <= 300_000


def test_even_noise_stays_below_300_kb(tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 1000), 120).convert("RGB")
    made = card(title="今月", picture=saved(tmp_path, noise, "noise.jpg"))
    assert len(drawn(tmp_path, made)[made.address]) <= 300_000


def test_the_panel_has_the_brands_colour_and_the_picture_the_rest(tmp_path: Path) -> None:
    photo = saved(tmp_path, Image.new("RGB", (900, 600), (0, 160, 0)), "green.jpg")
    made = card(picture=photo, brand=Brand(primary="#0f3d56"))
    image = opened(drawn(tmp_path, made)[made.address])
    for place, colour in {(20, 20): (15, 61, 86), (1180, 300): (0, 160, 0)}.items():
        pixel = image.getpixel(place)
        assert isinstance(pixel, tuple)
        assert all(abs(a - b) < 6 for a, b in zip(pixel, colour, strict=True)), place


def test_what_is_transparent_in_a_picture_is_white(tmp_path: Path) -> None:
    made = card(picture=saved(tmp_path, Image.new("RGBA", (900, 900), (0, 0, 0, 0)), "empty.png"))
    pixel = opened(drawn(tmp_path, made)[made.address]).getpixel((1000, 300))
    assert pixel == (255, 255, 255)


def test_the_same_card_has_the_same_bytes(tmp_path: Path) -> None:
    made = card(label="Issue 47", kicker="Crews")
    assert drawn(tmp_path, made) == drawn(tmp_path, made)


def test_a_card_is_drawn_once_and_taken_from_the_store_then(tmp_path: Path) -> None:
    store, photo = Store(tmp_path / "cache"), saved(tmp_path, Image.new("RGB", (900, 600)), "quay.jpg")
    made = card(picture=photo)
    first = drawn(tmp_path, made, store=store)
    (tmp_path / "quay.jpg").unlink()
    assert drawn(tmp_path, made, store=store) == first


def test_a_brands_own_font_changes_the_card(tmp_path: Path) -> None:
    (tmp_path / "house.woff2").write_bytes(static_font())
    file = FontFile(path="house.woff2", digest=sha256(static_font()).hexdigest())
    own = card(brand=Brand(fonts=Fonts(headings=Typeface(kind="sans", file=file))))
    assert drawn(tmp_path, own)[own.address] != drawn(tmp_path, card())[card().address]


def test_a_font_that_has_changed_since_it_was_examined_is_told(tmp_path: Path) -> None:
    (tmp_path / "house.woff2").write_bytes(b"something else")
    file = FontFile(path="house.woff2", digest="c" * 64)
    with pytest.raises(Unreadable, match=r"house.woff2 has changed"):
        drawn(tmp_path, card(brand=Brand(fonts=Fonts(text=Typeface(kind="sans", file=file)))))


def logo(root: Path, tone: str = "#c80000") -> Brand:
    image = Image.new("RGBA", (400, 200), (200, 0, 0, 255))
    return Brand(primary="#0f3d56", logo=Logo(picture=saved(root, image, "logo.png"), tone=tone))


def test_icons_are_pngs_of_the_size_that_they_say(tmp_path: Path) -> None:
    brand = logo(tmp_path)
    made = drawn(tmp_path, brand=brand)
    assert {address: opened(data).size for address, data in made.items()} == {
        icon.address: (icon.width, icon.height) for icon in icons(brand)
    }
    assert {opened(data).format for data in made.values()} == {"PNG"}


def test_a_touch_icon_shows_the_whole_logo_on_its_ground(tmp_path: Path) -> None:
    made = drawn(tmp_path, brand=logo(tmp_path))
    (touch,) = (opened(data) for address, data in made.items() if "icon-180" in address and "fav" not in address)
    assert touch.mode == "RGB"
    assert [touch.getpixel(place) for place in ((90, 90), (90, 30), (2, 90))] == [
        (200, 0, 0),
        (255, 255, 255),
        (255, 255, 255),
    ]


def test_the_masthead_logo_keeps_what_is_see_through(tmp_path: Path) -> None:
    brand = Brand(
        logo=Logo(picture=saved(tmp_path, Image.new("RGBA", (96, 96), (0, 0, 0, 0)), "o.png"), tone="#808080")
    )
    made = drawn(tmp_path, brand=brand)
    (small,) = (opened(data) for address, data in made.items() if "logo-96" in address)
    assert small.convert("RGBA").getpixel((48, 48)) == (0, 0, 0, 0)


def test_the_logo_stands_on_the_card(tmp_path: Path) -> None:
    made = card(brand=logo(tmp_path))
    pixel = opened(drawn(tmp_path, made)[made.address]).getpixel((100, 94))
    assert isinstance(pixel, tuple)
    assert (pixel[0] > 180, pixel[1] < 40) == (True, True)
