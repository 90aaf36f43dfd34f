"""Making the variants of a picture: upright, in sRGB, without what the camera wrote beside it."""

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from pressroom.build.changing import changed
from pressroom.build.recipes import PICTURES, SETTINGS
from pressroom.model.artifact import Artwork
from pressroom.model.picture import LARGEST_FILE, Picture, Variant
from pressroom.plain import read_plain
from pressroom.store import Store

_INDEXED = frozenset({"1", "P", "PA"})
"""Modes whose pixels cannot be mixed: they are made into colours before they are made smaller."""

_DEEP = frozenset({"I", "I;16", "I;16B", "I;16L"})
"""Modes of 16 bits of grey a pixel; PNG alone has them here."""


def make_variants(root: Path, picture: Picture, site: Path, store: Store) -> None:
    """Write every variant of a picture into a site's folder, each made once and kept by digest.

    Raises:
        Unreadable: the picture's file is no longer what was examined.

    """
    for address, data in draw_variants(root, picture, store):
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def draw_variants(root: Path, picture: Picture, store: Store) -> Iterator[tuple[str, bytes]]:
    """Give every variant of a picture with its address in the site, as it was kept or made anew.

    Raises:
        Unreadable: as `make_variants`.

    """
    upright: Image.Image | None = None
    for variant in picture.variants():
        key = f"{PICTURES} {picture.digest} {variant.format} {variant.width}"
        data = store.get("pictures", key)
        if data is None:
            upright = upright or open_upright(root, picture, 2 * max(_longest_sides(picture)))
            data = _encode(upright, variant)
            store.put("pictures", key, data)
        yield variant.address, data


def clean_picture(root: Path, artwork: Artwork, store: Store) -> bytes:
    """Return a picture in its full size and own format, upright, with nothing beside its pixels.

    Raises:
        Unreadable: the picture's file is no longer what was examined.

    """
    picture = artwork.picture
    key = f"{PICTURES} {picture.digest} whole"
    return store.remember("pictures", key, lambda: _save(_whole(root, picture), picture.format))


def _whole(root: Path, picture: Picture) -> Image.Image:
    return open_upright(root, picture, max(picture.width, picture.height))


def _longest_sides(picture: Picture) -> Iterator[int]:
    return (max(variant.width, variant.height) for variant in picture.variants())


def open_upright(root: Path, picture: Picture, longest: int) -> Image.Image:
    """Open a picture turned upright, no larger than needed: a phone's photo would fill the memory as it is."""
    colours = "RGBA" if picture.transparent else "RGB"
    with Image.open(io.BytesIO(_read(root, picture))) as image:
        image.draft("RGB", (longest, longest))
        plain = _mixable(image, colours)
        plain.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
        turned = ImageOps.exif_transpose(plain)
        return _in_srgb(turned).convert(colours)


def _read(root: Path, picture: Picture) -> bytes:
    """Return a picture's file, if it still is what was examined: what is made of it is kept under that digest."""
    data = read_plain(root / picture.path, LARGEST_FILE)
    if data is None or sha256(data).hexdigest() != picture.digest:
        raise changed(picture.path)
    return data


def _mixable(image: Image.Image, colours: str) -> Image.Image:
    """Return a picture of eight bits a channel, whose pixels can be mixed when it is made smaller."""
    if image.mode in _DEEP:
        return _shallow(image)
    return image.convert(colours) if image.mode in _INDEXED else image


def _shallow(image: Image.Image) -> Image.Image:
    """Return a picture of 16 bits of grey in eight, and the grey in it that stands for nothing likewise."""
    shallow = image.convert("I").point(lambda grey: grey / 256).convert("L")
    if "transparency" in shallow.info:
        shallow.info["transparency"] //= 256
    return shallow


def _in_srgb(image: Image.Image) -> Image.Image:
    """Bring a picture's colours into sRGB, since its profile is not published with it."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
    return changed or image


def _encode(image: Image.Image, variant: Variant) -> bytes:
    size = (variant.width, variant.height)
    small = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _save(small, variant.format)


def _save(image: Image.Image, form: str) -> bytes:
    """Encode pixels alone: whatever was known beside them is left behind."""
    pixels = Image.frombytes(image.mode, image.size, image.tobytes())
    buffer = io.BytesIO()
    pixels.save(buffer, form, **SETTINGS[form])
    return buffer.getvalue()
