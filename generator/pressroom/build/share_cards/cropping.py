"""Cutting a picture to a shape so that what it shows stays in it."""

from PIL import Image, ImageFilter, ImageOps

_SMALL = 96
"""Pixels of the longer side on which is looked for what matters."""

_CENTRE = 0.35
"""How much less something counts at the far end than in the middle, from 0 to 1."""


def cropped(image: Image.Image, width: int, height: int) -> Image.Image:
    """Return a picture cut and scaled to a size; of what is too long the most detailed part stays."""
    scale = max(width / image.width, height / image.height)
    part = (min(image.width, round(width / scale)), min(image.height, round(height / scale)))
    left, top = _corner(image, *part)
    box = (left, top, left + part[0], top + part[1])
    return image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _corner(image: Image.Image, width: int, height: int) -> tuple[int, int]:
    """Return the upper left corner of the part that has most to see; it moves along one side alone."""
    if (width, height) == image.size:
        return 0, 0
    small = image.convert("L")
    small.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
    if min(small.size) <= 2:
        return (image.width - width) // 2, (image.height - height) // 2
    edges = ImageOps.crop(small.filter(ImageFilter.FIND_EDGES), 1)  # at the rim the filter leaves what it found
    across = image.width - width > image.height - height
    strip = edges.resize((edges.width, 1) if across else (1, edges.height), Image.Resampling.BOX)
    free, whole = (image.width - width, image.width) if across else (image.height - height, image.height)
    start = _best(strip.tobytes(), (width if across else height) / whole)
    place = min(free, round(start * whole))
    return (place, 0) if across else (0, place)


def _best(detail: bytes, share: float) -> float:
    """Return where the window that holds most detail begins, from 0 to 1."""
    window = max(1, round(len(detail) * share))
    places = range(len(detail) - window + 1)
    middle = (len(places) - 1) / 2

    def worth(at: int) -> tuple[float, float]:
        off = abs(at - middle)
        return sum(detail[at : at + window]) * (1 - _CENTRE * off / max(1, middle)), -off

    return max(places, key=worth) / len(detail)
