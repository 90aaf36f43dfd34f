"""How a picture is written: which of its variants, at which size."""

from collections.abc import Callable

from pressroom.model.base import Model
from pressroom.model.picture import Picture

MAIL_WIDTH = 600
"""The width in CSS pixels that a picture has at most in a message."""

SIZES = "(min-width: 60em) 44rem, 100vw"
"""How wide a picture in running text is shown, for the browser to choose by."""


class ImageTag(Model):
    """The attributes of an `<img>`, with final addresses."""

    src: str
    srcset: str = ""
    sizes: str = ""
    width: int
    height: int
    alt: str


def in_page(picture: Picture, alt: str, address: Callable[[str], str], sizes: str = SIZES) -> ImageTag:
    """Return a picture for a web page: WebP widths to choose from, JPEG or PNG for what cannot show them."""
    largest = picture.plain()[-1]
    srcset = ", ".join(f"{address(variant.address)} {variant.width}w" for variant in picture.modern())
    middle = min(picture.plain(), key=lambda variant: abs(variant.width - 960))
    return ImageTag(
        src=address(middle.address), srcset=srcset, sizes=sizes, width=largest.width, height=largest.height, alt=alt
    )


def in_mail(picture: Picture, alt: str, address: Callable[[str], str], width: int = MAIL_WIDTH) -> ImageTag:
    """Return a picture for a message: a format that every mail program shows, sharp on dense screens."""
    shown = min(width, picture.plain()[-1].width)
    fitting = [variant for variant in picture.plain() if variant.width >= shown]
    variant = next((v for v in fitting if v.width >= 2 * shown), fitting[-1])
    height = max(1, round(picture.height * shown / picture.width))
    return ImageTag(src=address(variant.address), width=shown, height=height, alt=alt)
