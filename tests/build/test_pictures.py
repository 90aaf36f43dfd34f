"""Variants of a picture: upright, in sRGB, in the widths that were promised, without what the camera knew."""

import io
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from pressroom.build.pictures import clean_picture, make_variants
from pressroom.errors import Unreadable
from pressroom.model.artifact import Artwork
from pressroom.model.picture import Picture
from pressroom.store import Store

_ORIENTATION, _GPS, _CAMERA = 0x0112, 0x8825, 0x0110


_FORMATS: dict[str, Literal["jpeg", "png", "webp", "gif"]] = {
    "jpg": "jpeg",
    "png": "png",
    "webp": "webp",
    "gif": "gif",
}


def _photo(root: Path, image: Image.Image, name: str = "quay.jpg", **settings: Any) -> Picture:
    """Save a picture and say of it what the loader would."""
    image.save(root / name, **settings)
    turned = image.getexif().get(_ORIENTATION, 1) >= 5
    width, height = image.size[::-1] if turned else image.size
    return Picture(
        path=name,
        digest=sha256((root / name).read_bytes()).hexdigest(),
        width=width,
        height=height,
        format=_FORMATS[name.rpartition(".")[2]],
        transparent=image.mode == "RGBA" or "transparency" in settings,
        mode=image.mode,
    )


def _with_location(size: tuple[int, int]) -> Image.Image:
    """Make a photo as a phone would: lying on its side, and knowing where it was taken."""
    image = Image.new("RGB", size, "navy")
    image.paste("yellow", (0, 0, size[0] // 2, size[1]))
    exif = image.getexif()
    exif[_ORIENTATION] = 6
    exif[_CAMERA] = "Secret Phone 9"
    exif.get_ifd(_GPS)[1] = "N"
    image.info["exif"] = exif.tobytes()
    return image


def _made(root: Path, picture: Picture, store: Store | None = None) -> dict[str, Image.Image]:
    make_variants(root, picture, root / "site", store or Store(None))
    files = {variant.address: (root / "site" / variant.address).read_bytes() for variant in picture.variants()}
    return {address: Image.open(io.BytesIO(data)) for address, data in files.items()}


def test_every_variant_has_the_size_and_format_that_pages_were_told(tmp_path: Path) -> None:
    picture = _photo(tmp_path, Image.new("RGB", (2000, 1000)))
    made = _made(tmp_path, picture)
    told = {v.address: (v.width, v.height, v.format) for v in picture.variants()}
    assert {name: (*image.size, (image.format or "").lower()) for name, image in made.items()} == told
    assert len(made) == 7


def test_a_photo_that_lies_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    photo = _with_location((400, 200))
    picture = _photo(tmp_path, photo, exif=photo.info["exif"])
    assert (picture.width, picture.height) == (200, 400)
    for image in _made(tmp_path, picture).values():
        upright = image.convert("RGB")
        top, bottom = upright.getpixel((100, 20)), upright.getpixel((100, 380))
        assert isinstance(top, tuple)
        assert isinstance(bottom, tuple)
        assert (top[0] > 200, bottom[0] > 60) == (True, False), "the yellow half is on top"


def test_where_a_photo_was_taken_is_not_published(tmp_path: Path) -> None:
    photo = _with_location((400, 200))
    picture = _photo(tmp_path, photo, exif=photo.info["exif"])
    assert b"Secret Phone" in (tmp_path / "quay.jpg").read_bytes()
    _made(tmp_path, picture)
    whole = clean_picture(tmp_path, Artwork(path="x", picture=picture), Store(None))
    for data in [whole, *(path.read_bytes() for path in (tmp_path / "site").rglob("quay-*"))]:
        assert b"Secret Phone" not in data
        assert dict(Image.open(io.BytesIO(data)).getexif()) == {}


_ODD = {
    "cmyk.jpg": lambda: Image.new("CMYK", (700, 500), (0, 255, 255, 0)),
    "grey.jpg": lambda: Image.new("L", (700, 500), 90),
    "palette.png": lambda: Image.new("RGB", (700, 500), (250, 0, 0)).quantize(8),
    "bits.png": lambda: Image.new("1", (700, 500), 1),
    "palette.gif": lambda: Image.new("RGB", (700, 500), (250, 0, 0)).quantize(8),
}


@pytest.mark.parametrize(
    ("name", "red"),
    [("cmyk.jpg", 250), ("grey.jpg", 90), ("palette.png", 250), ("bits.png", 255), ("palette.gif", 250)],
)
def test_whatever_it_was_made_of_a_browser_can_show_what_becomes_of_it(tmp_path: Path, name: str, red: int) -> None:
    picture = _photo(tmp_path, _ODD[name](), name)
    for image in _made(tmp_path, picture).values():
        assert image.mode == "RGB"
        assert _pixel(image, (20, 20))[0] == pytest.approx(red, abs=6)


def test_of_what_moves_the_first_moment_is_shown(tmp_path: Path) -> None:
    later = Image.new("RGB", (60, 40), "blue").quantize(8)
    first = Image.new("RGB", (60, 40), "red").quantize(8)
    picture = _photo(tmp_path, first, "wave.gif", save_all=True, append_images=[later], duration=100)
    for image in _made(tmp_path, picture).values():
        assert not getattr(image, "is_animated", False)
        red, _, blue, _ = _pixel(image, (20, 20))
        assert (red > 200, blue < 60) == (True, True)


@pytest.mark.parametrize("name", ["quay.jpg", "quay.png", "quay.webp", "quay.gif"])
def test_nothing_that_stood_beside_the_pixels_is_published(tmp_path: Path, name: str) -> None:
    beside: dict[str, Any] = {"exif": _with_location((400, 200)).info["exif"]}
    if name.endswith("jpg"):
        beside |= {"comment": b"Secret Phone", "xmp": b"Secret Phone"}
    if name.endswith("png"):
        beside["pnginfo"] = PngInfo()
        beside["pnginfo"].add_text("Author", "Secret Phone")
    if name.endswith("webp"):
        beside |= {"xmp": b"Secret Phone"}
    if name.endswith("gif"):
        beside = {"comment": b"Secret Phone"}
    picture = _photo(tmp_path, Image.new("RGB", (400, 200), "navy"), name, **beside)
    assert b"Secret Phone" in (tmp_path / name).read_bytes()
    _made(tmp_path, picture)
    for path in (tmp_path / "site").rglob("quay-*"):
        data = path.read_bytes()
        assert b"Secret" not in data
        assert b"xif" not in data, path.name


def test_colours_are_brought_into_srgb(tmp_path: Path) -> None:
    swapped = _swapping_red_and_blue()
    picture = _photo(tmp_path, Image.new("RGB", (40, 40), (200, 0, 0)), icc_profile=swapped)
    for image in _made(tmp_path, picture).values():
        assert "icc_profile" not in image.info
        pixel = image.convert("RGB").getpixel((20, 20))
        assert isinstance(pixel, tuple)
        assert (pixel[2] > 150, pixel[0] > 50) == (True, False), "red by the photo's own profile is blue"


def _swapping_red_and_blue() -> bytes:
    """Return sRGB's profile with the tags of two colourants exchanged (ICC.1:2010, 9.2)."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmp?").replace(b"bXYZ", b"rXYZ").replace(b"tmp?", b"bXYZ")


def test_the_colours_of_what_is_transparent_are_brought_there_too(tmp_path: Path) -> None:
    badge = Image.new("RGBA", (40, 40), (200, 0, 0, 90))
    picture = _photo(tmp_path, badge, "badge.png", icc_profile=_swapping_red_and_blue())
    for image in _made(tmp_path, picture).values():
        red, _, blue, alpha = _pixel(image, (20, 20))
        assert (blue > 150, red > 50, alpha) == (True, False, 90)


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    picture = _photo(tmp_path, _ramp(), "ramp.png")
    made = _made(tmp_path, picture)
    whole = Image.open(io.BytesIO(clean_picture(tmp_path, Artwork(path="x", picture=picture), Store(None))))
    for image in (*made.values(), whole):
        greys = [_pixel(image, (x, 8))[0] for x in (0, 64, 128, 255)]
        assert greys == pytest.approx([0, 64, 128, 255], abs=3)


def test_a_grey_of_sixteen_bits_that_stands_for_nothing_still_does(tmp_path: Path) -> None:
    picture = _photo(tmp_path, _ramp(), "ramp.png", transparency=0x8000)
    whole = Image.open(io.BytesIO(clean_picture(tmp_path, Artwork(path="x", picture=picture), Store(None))))
    assert [_pixel(whole, (x, 8))[3] for x in (0, 127, 128, 129)] == [255, 255, 0, 255]


def _ramp() -> Image.Image:
    """Return a grey ramp, from black to white."""
    return Image.frombytes("I;16", (256, 16), b"".join(bytes([0, grey]) for grey in range(256)) * 16)


def _pixel(image: Image.Image, at: tuple[int, int]) -> tuple[int, int, int, int]:
    red, green, blue, alpha = image.convert("RGBA").getpixel(at)  # type: ignore[misc] # of RGBA it is a tuple
    return int(red), int(green), int(blue), int(alpha)


def test_a_damaged_profile_does_not_stop_the_build(tmp_path: Path) -> None:
    picture = _photo(tmp_path, Image.new("RGB", (40, 40), "teal"), icc_profile=b"no profile")
    assert all(image.size == (40, 40) for image in _made(tmp_path, picture).values())


def test_what_was_transparent_stays_so(tmp_path: Path) -> None:
    picture = _photo(tmp_path, Image.new("RGBA", (500, 100), (200, 0, 0, 90)), "badge.png")
    for image in _made(tmp_path, picture).values():
        pixel = image.convert("RGBA").getpixel((5, 5))
        assert isinstance(pixel, tuple)
        assert 80 < pixel[3] < 100


def test_a_variant_is_made_once_and_taken_from_the_store_then(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    picture = _photo(tmp_path, Image.new("RGB", (600, 300), "navy"))
    first = {name: image.tobytes() for name, image in _made(tmp_path, picture, store).items()}
    (tmp_path / "quay.jpg").unlink()
    assert {name: image.tobytes() for name, image in _made(tmp_path, picture, store).items()} == first


def test_artwork_keeps_its_size_and_format(tmp_path: Path) -> None:
    picture = _photo(tmp_path, Image.new("RGB", (1400, 1400), "navy"))
    whole = Image.open(io.BytesIO(clean_picture(tmp_path, Artwork(path="x", picture=picture), Store(None))))
    assert (whole.size, whole.format) == ((1400, 1400), "JPEG")


@pytest.mark.parametrize("meanwhile", ["changed", "gone", "a link"])
def test_a_picture_that_is_no_longer_what_was_examined_is_not_published(tmp_path: Path, meanwhile: str) -> None:
    picture, store = _photo(tmp_path, Image.new("RGB", (40, 40), "navy")), Store(tmp_path / "cache")
    file = tmp_path / picture.path
    if meanwhile == "changed":
        Image.new("RGB", (40, 40), "red").save(file)
    else:
        file.rename(tmp_path / "elsewhere.jpg")
    if meanwhile == "a link":
        file.symlink_to(tmp_path / "elsewhere.jpg")
    for make in (
        lambda: make_variants(tmp_path, picture, tmp_path / "site", store),
        lambda: clean_picture(tmp_path, Artwork(path="x", picture=picture), store),
    ):
        with pytest.raises(Unreadable, match=r"quay\.jpg has changed during the build"):
            make()
    assert not (tmp_path / "cache").exists(), "nothing is kept under a digest that is not its own"
