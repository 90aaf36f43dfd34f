"""Recipes: what pictures and share cards are drawn by; another makes other pixels of the same picture.

They are known without Pillow's being brought in, since most builds draw nothing.
"""

from collections.abc import Mapping
from typing import Any, Final

import PIL

SETTINGS: Final[Mapping[str, Mapping[str, Any]]] = {
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": True},
    "gif": {},
}
"""Pillow's, for each kind of file."""

PICTURES: Final = f"3 {PIL.__version__} {sorted(SETTINGS.items())}"
"""Its number is to be raised when `pictures` makes other pixels: what was kept before is then made anew."""

CARDS: Final = f"2 {PIL.__version__}"
"""As with pictures, of what `share_cards` makes."""
