"""A logo's tone: what it looks like from afar, so that it is never put on a ground where it would vanish."""

from pressroom.load.content import Content
from pressroom.load.remembering import remember
from pressroom.model.base import Model
from pressroom.model.picture import Picture

_VERSION = "1"
_SIZE = 64
_VISIBLE = 128
"""Alpha from which on a pixel is seen, of 255."""


class Tone(Model):
    """The mean of a logo's visible parts, `#rrggbb`."""

    colour: str


def tone_of(content: Content, picture: Picture) -> str:
    """Return the tone of a picture that was measured before; measured once, and kept by digest."""
    return remember(content.store, "logo", f"{_VERSION} {picture.digest}", Tone, lambda: _mean(content, picture)).colour


def _mean(content: Content, picture: Picture) -> Tone:
    from PIL import Image  # noqa: PLC0415 - most logos were measured before

    with content.open(picture.path) as file, Image.open(file) as image:
        image.draft("RGB", (_SIZE, _SIZE))
        small = image.convert("RGBA" if picture.transparent else "RGB").convert("RGBA")
        small.thumbnail((_SIZE, _SIZE), Image.Resampling.BOX)
    data = small.tobytes()
    pixels = (data[at : at + 4] for at in range(0, len(data), 4))
    seen = [pixel for pixel in pixels if pixel[3] >= _VISIBLE] or [bytes((128, 128, 128, 255))]
    return Tone(
        colour="#" + "".join(f"{sum(channel) // len(seen):02x}" for channel in list(zip(*seen, strict=True))[:3])
    )
