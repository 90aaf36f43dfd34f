"""Making the variants of a picture: upright, in sRGB, without what the camera wrote beside it."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageCms, ImageOps

from pressroom.model.picture import Picture, Variant
from pressroom.store import Store

_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}
_VERSION = f"1 {PIL.__version__} {sorted(_SETTINGS.items())}"


def make_variants(root: Path, picture: Picture, site: Path, store: Store) -> None:
    """Write every variant of a picture into a site's folder, each made once and kept by digest."""
    upright: Image.Image | None = None
    for variant in picture.variants():
        key = f"{_VERSION} {picture.digest} {variant.format} {variant.width}"
        data = store.get("pictures", key)
        if data is None:
            upright = upright or _open_upright(root / picture.path, picture)
            data = _encode(upright, variant)
            store.put("pictures", key, data)
        path = site / variant.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _open_upright(path: Path, picture: Picture) -> Image.Image:
    with Image.open(path) as image:
        largest = max(picture.variants(), key=lambda variant: variant.width)
        image.draft("RGB", (2 * largest.width, 2 * largest.width))
        turned = ImageOps.exif_transpose(image)
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
    clean = Image.frombytes(small.mode, small.size, small.tobytes())
    buffer = io.BytesIO()
    clean.save(buffer, variant.format, **_SETTINGS[variant.format])
    return buffer.getvalue()
