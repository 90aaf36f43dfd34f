"""Fonts for tests: those that travel with the program."""

from functools import cache
from pathlib import Path

import pressroom
from pressroom.build.places import Places

_CARDS = Path(pressroom.__file__).parent / "build" / "share_cards" / "fonts"


@cache
def static_font() -> bytes:
    """Return a WOFF2 font of one weight."""
    return (_CARDS / "noto-sans.woff2").read_bytes()


@cache
def variable_font() -> bytes:
    """Return a WOFF2 font with weights from 400 to 700."""
    (theme,) = Places(root=Path("/nowhere")).themes("website")
    return (theme / "assets/press/fonts/newsreader-display-latin.woff2").read_bytes()
