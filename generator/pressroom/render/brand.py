"""The brand where more than one channel shows it: its logo, small, and what that has to stand on."""

from pressroom.model.brand import Brand, Logo
from pressroom.model.share_card import Icon
from pressroom.render.colours import WHITE, contrast, text_on

LOGO_HEIGHT = 96
"""Pixels of the logo's file: 32 high on a screen that has three for one, 48 in mail on one that has two."""

FAVICON = 64
"""Pixels of the icon on a browser's tab."""

TOUCH = 180
"""Pixels of the icon on an iPhone's home screen (https://developer.apple.com/design/human-interface-guidelines/)."""

LARGE = 512
"""Pixels of the icon that a web app manifest asks for (https://www.w3.org/TR/appmanifest/)."""

_WIDEST = 4
"""Widths for a height: a longer logo is made lower."""

_SEEN = 1.6
"""The least contrast at which a logo is still seen on its ground; it is a picture, not text."""


def plate(logo: Logo, ground: str) -> str:
    """Return the colour that a logo has to stand on where the ground is like itself; nothing where it is seen."""
    if contrast(logo.tone, ground) >= _SEEN:
        return ""
    return text_on(logo.tone)


def small_logo(brand: Brand) -> Icon | None:
    """Return the logo as mastheads show it."""
    if brand.logo is None:
        return None
    picture = brand.logo.picture
    width = min(_WIDEST * LOGO_HEIGHT, max(1, round(picture.width * LOGO_HEIGHT / picture.height)))
    return Icon(name="logo", logo=brand.logo, width=width, height=LOGO_HEIGHT)


def mail_logo(brand: Brand) -> Icon | None:
    """Return the logo as it stands on a message's masthead, with what it needs to be seen on that."""
    logo, small = brand.logo, small_logo(brand)
    if logo is None or small is None:
        return None
    ground = plate(logo, brand.primary)
    return small.but(name="mail", ground=ground, margin=LOGO_HEIGHT // 12 if ground else 0)


def favicon(brand: Brand) -> Icon | None:
    """Return the logo as a browser shows it on a tab: the whole of it in a square, on nothing."""
    if brand.logo is None:
        return None
    return Icon(name="favicon", logo=brand.logo, width=FAVICON, height=FAVICON)


def touch_icon(brand: Brand) -> Icon | None:
    """Return the logo as phones show it among their apps."""
    return _square(brand.logo, TOUCH) if brand.logo else None


def large_icon(brand: Brand) -> Icon | None:
    """Return the logo as a large square."""
    return _square(brand.logo, LARGE) if brand.logo else None


def icons(brand: Brand) -> tuple[Icon, ...]:
    """Return every small picture that is made of a brand's logo."""
    made = (small_logo(brand), mail_logo(brand), favicon(brand), touch_icon(brand), large_icon(brand))
    return tuple(icon for icon in made if icon)


def _square(logo: Logo, size: int) -> Icon:
    """Fill a square, with room around the logo: systems cut its corners off, and colour what is empty black."""
    return Icon(name="icon", logo=logo, width=size, height=size, margin=size // 8, ground=plate(logo, WHITE) or WHITE)
