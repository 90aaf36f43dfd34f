"""Share cards and small pictures of the logo, drawn with Pillow."""

from pressroom.build.share_cards.drawing import drawings

__all__ = ["drawings"]
