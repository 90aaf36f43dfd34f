"""How a feed writes a text, a moment, a truth and a picture."""

from datetime import datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from pressroom.model.picture import Picture
from pressroom.render.characters import cut, cut_bytes, legal, one_line

CHARACTERS = 255
"""What a text has at most where nothing else is said (PSP-1)."""

DESCRIPTION_BYTES = 4_000
"""What a description has at most, in UTF-8 (PSP-1, Apple)."""

NAME_CHARACTERS = 128
"""What the name of a person, a season or a soundbite has at most (podcast namespace 1.0)."""


def name_of(text: str) -> str:
    """Return a name in one line of at most 128 characters."""
    return cut(one_line(text), NAME_CHARACTERS)


def short(*choices: str) -> str:
    """Return the first of some texts that says anything, in one line of at most 255 characters."""
    said = (one_line(choice) for choice in choices)
    return cut(next((text for text in said if text), ""), CHARACTERS)


def description(*choices: str) -> str:
    """Return the first of some texts that says anything, in at most 4,000 bytes; line breaks stay."""
    said = (legal(choice).strip() for choice in choices)
    return cut_bytes(next((text for text in said if text), ""), DESCRIPTION_BYTES)


def moment(when: datetime, zone: ZoneInfo) -> str:
    """Return a moment as RFC 2822 writes it, in English whatever the locale: `Wed, 04 Nov 2026 09:00:00 +0100`."""
    return format_datetime(when.astimezone(zone))


def truth(value: bool) -> str:
    """Return `true` or `false`."""
    return "true" if value else "false"


def fits_apps(picture: Picture) -> bool:
    """Tell whether apps show a picture as artwork: JPEG and PNG only (Apple)."""
    return picture.format in {"jpeg", "png"}
