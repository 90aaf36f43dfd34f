"""Making the variants of a picture: upright, in sRGB, without what the camera wrote beside it."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageCms, ImageOps

from pressroom.model.artifact import Artwork
from pressroom.model.picture import Picture, Variant
from pressroom.store import Store

_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": True},
    "gif": {},
}
_INDEXED = frozenset({"1", "P", "PA"})
"""Modes whose pixels cannot be mixed: they are made into colours before they are made smaller."""

_VERSION = f"2 {PIL.__version__} {sorted(_SETTINGS.items())}"


def make_variants(root: Path, picture: Picture, site: Path, store: Store) -> None:
    """Write every variant of a picture into a site's folder, each made once and kept by digest."""
    upright: Image.Image | None = None
    for variant in picture.variants():
        key = f"{_VERSION} {picture.digest} {variant.format} {variant.width}"
        data = store.get("pictures", key)
        if data is None:
            upright = upright or _open_upright(root / picture.path, picture, 2 * max(_longest_sides(picture)))
            data = _encode(upright, variant)
            store.put("pictures", key, data)
        path = site / variant.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def clean_picture(root: Path, artwork: Artwork, store: Store) -> bytes:
    """Return a picture in its full size and own format, upright, with nothing beside its pixels."""
    picture = artwork.picture
    key = f"{_VERSION} {picture.digest} whole"
    return store.remember("pictures", key, lambda: _save(_whole(root, picture), picture.format))


def _whole(root: Path, picture: Picture) -> Image.Image:
    return _open_upright(root / picture.path, picture, max(picture.width, picture.height))


def _longest_sides(picture: Picture) -> Iterator[int]:
    return (max(variant.width, variant.height) for variant in picture.variants())


def _open_upright(path: Path, picture: Picture, longest: int) -> Image.Image:
    """Open a picture turned upright, no larger than needed: a phone's photo would fill the memory as it is."""
    with Image.open(path) as image:
        image.draft("RGB", (longest, longest))
        plain = image.convert("RGBA" if picture.transparent else "RGB") if image.mode in _INDEXED else image
        plain.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
        turned = ImageOps.exif_transpose(plain)
        return _in_srgb(turned).convert("RGBA" if picture.transparent else "RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Bring a picture's colours into sRGB, since its profile is not published with it."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
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
    pixels.save(buffer, form, **_SETTINGS[form])
    return buffer.getvalue()
