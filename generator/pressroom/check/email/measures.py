"""How wide elements say that they are."""

from pressroom.check.email.css import inlined
from pressroom.check.email.email import style_of
from pressroom.check.email.looks import size
from pressroom.check.email.selecting import Node


def pixels(node: Node, name: str) -> float | None:
    """Return `width`, `max-width` or `min-width` in CSS pixels; None where it is not fixed.

    A style counts before the attribute of the same name.
    """
    declared = inlined(style_of(node)).get(name)
    if declared is not None:
        return None if declared.value.endswith("%") else size(declared.value)
    value = node.get("width", "").strip().lower().removesuffix("px") if name == "width" else ""
    return float(value) if value.isdecimal() and len(value) < 6 else None
