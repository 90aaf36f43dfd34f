"""How a picture is written: which of its variants, at which size."""

from collections.abc import Callable

from pressroom.model.base import Model
from pressroom.model.picture import CENTRE, Picture

MAIL_WIDTH = 600
"""The width in CSS pixels that a picture has at most in a message."""

SIZES = "(min-width: 44em) 630px, 92vw"
"""How wide a picture in running text is shown, for the browser to choose by."""


class ImageTag(Model):
    """The attributes of an `<img>`, with final addresses."""

    src: str
    srcset: str = ""
    sizes: str = ""
    width: int
    height: int
    alt: str
    focus: str = ""
    """Where its subject is, in fifths: `4-2`, for who cuts it to a shape; empty for the middle."""


def in_page(picture: Picture, alt: str, address: Callable[[str], str], sizes: str = SIZES) -> ImageTag:
    """Return a picture for a web page: WebP widths to choose from, JPEG or PNG for what cannot show them."""
    largest = picture.plain()[-1]
    srcset = ", ".join(f"{address(variant.address)} {variant.width}w" for variant in picture.modern())
    middle = min(picture.plain(), key=lambda variant: abs(variant.width - 960))
    return ImageTag(
        src=address(middle.address),
        srcset=srcset,
        sizes=sizes,
        width=largest.width,
        height=largest.height,
        alt=alt,
        focus=_focus(picture),
    )


def in_mail(picture: Picture, alt: str, address: Callable[[str], str], width: int = MAIL_WIDTH) -> ImageTag:
    """Return a picture for a message: a format that every mail program shows, sharp on dense screens.

    `src` is the sharp one, for mail programs that know no `srcset`; others fetch a smaller one where that is enough.
    """
    shown = min(width, picture.plain()[-1].width)
    fitting = [variant for variant in picture.plain() if variant.width >= shown]
    plain, sharp = fitting[0], next((v for v in fitting if v.width >= 2 * shown), fitting[-1])
    height = max(1, round(picture.height * shown / picture.width))
    choice = f"{address(plain.address)} 1x, {address(sharp.address)} 2x" if sharp.width >= 2 * shown else ""
    srcset = choice if plain != sharp else ""
    return ImageTag(src=address(sharp.address), srcset=srcset, width=shown, height=height, alt=alt)


def _focus(picture: Picture) -> str:
    across, down = picture.focus
    return "" if picture.focus == CENTRE else f"{across}-{down}"
