"""Share cards and small pictures of the logo, drawn with Pillow."""

from pressroom.build.share_cards.drawing import VERSION, drawings

__all__ = ["VERSION", "drawings"]
