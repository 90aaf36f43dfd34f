"""Where a picture's subject is, so that a listing that cuts it to its own shape does not cut off a head.

Nothing is recognised: what counts is detail, colours that stand out from the rest, and the colours of skin. That
is cheap and always the same, and where it sees nothing in particular the middle stays.
"""

from itertools import accumulate

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from pressroom.model.picture import CENTRE

_SIDE = 50
"""Pixels of the square on which is looked for it; a fifth of the picture is ten of them."""

_LONGER = 4 * _SIDE
"""Pixels of the longer side of the copy that is turned upright."""

_SHARE = 0.6
"""How much of a side is left by a usual cut."""

_PLACES = 5
_OUTERMOST = 0.15
"""How much less the outermost cut counts than the one in the middle."""

_UPWARDS = 0.5
"""How much less the lowest row counts than the topmost: heads are above."""

_BEGINNING = 0.08
"""The share of all there is to see above which something begins that must not lose its head."""

_HARD = 0.5
"""How much of a tall picture's height a hard cut leaves."""

_DETAIL, _RARITY, _SKIN = 1.0, 0.8, 0.6
_REDDISH, _BLUISH = range(136, 174), range(77, 128)
"""Cr and Cb of human skin, light and dark (Chai and Ngan, Face segmentation using skin-color map, 1999)."""


def focus(image: Image.Image) -> tuple[int, int]:
    """Return the fifth across and the fifth down, from 1 to 5, that a cut should keep; (3, 3) is the middle.

    The picture is turned upright first, as its EXIF says.
    """
    if min(image.size) < _PLACES or image.mode.startswith("I"):
        return CENTRE
    upright = _upright(image)
    worth = _worth(upright.resize((_SIDE, _SIDE), Image.Resampling.BOX))
    across = [sum(worth[at::_SIDE]) for at in range(_SIDE)]
    down = [sum(worth[at * _SIDE : (at + 1) * _SIDE]) for at in range(_SIDE)]
    lighter = [row * (1 - _UPWARDS * at / _SIDE) for at, row in enumerate(down)]
    tall = upright.height > upright.width
    return _best(across), min(_best(lighter), _lowest(down) if tall else _PLACES)


def _upright(image: Image.Image) -> Image.Image:
    """Return a small copy in its own shape, made small before anything else: as it is it may fill the memory."""
    scale = _LONGER / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return ImageOps.exif_transpose(image.resize(size, Image.Resampling.BOX).convert("RGB"))


def _worth(small: Image.Image) -> list[float]:
    """Return for every pixel how much there is to see."""
    detail = ImageOps.crop(small.convert("L").filter(ImageFilter.FIND_EDGES), 1)  # at its rim the filter finds nothing
    mean = tuple(round(channel) for channel in ImageStat.Stat(small).mean)
    rarity = ImageChops.difference(small, Image.new("RGB", small.size, mean)).convert("L")
    skin = _skin(small).tobytes()
    bare = _SKIN * max(0, 1 - 3 * skin.count(255) / len(skin))  # where much has that colour, it is sand or wood
    layers = (ImageOps.expand(detail, 1).tobytes(), rarity.tobytes(), skin)
    return [_DETAIL * edge + _RARITY * rare + bare * face for edge, rare, face in zip(*layers, strict=True)]


def _skin(small: Image.Image) -> Image.Image:
    _, blue, red = small.convert("YCbCr").split()
    return ImageChops.multiply(_within(blue, _BLUISH), _within(red, _REDDISH))


def _within(channel: Image.Image, bounds: range) -> Image.Image:
    return channel.point([255 if value in bounds else 0 for value in range(256)])


def _best(worth: list[float]) -> int:
    """Return which of the cuts, from 1 to 5, shows most."""
    window = round(_SIDE * _SHARE)
    middle = (_PLACES - 1) / 2

    def shown(place: int) -> tuple[float, float]:
        start, off = round((_SIDE - window) * place / (_PLACES - 1)), abs(place - middle)
        return sum(worth[start : start + window]) * (1 - _OUTERMOST * off / middle), -off

    return 1 + max(range(_PLACES), key=shown)


def _lowest(down: list[float]) -> int:
    """Return the lowest cut, from 1 to 5, in which the upper end of what there is to see still is."""
    if not any(down):
        return _PLACES
    begins = next(at for at, above in enumerate(accumulate(down)) if above >= _BEGINNING * sum(down)) / _SIDE
    return min(_PLACES, 1 + int(begins / (1 - _HARD) * (_PLACES - 1)))
