"""Links that look like buttons, and how much of them can be tapped."""

from collections.abc import Iterator, Mapping

from pressroom.check.email.colours import colour
from pressroom.check.email.css import Declaration, inlined
from pressroom.check.email.email import Email, Look, style_of, words
from pressroom.check.email.looks import size
from pressroom.check.email.selecting import Node

_BOXES = {"block", "inline-block", "table", "inline-table"}


def buttons(email: Email) -> Iterator[Node]:
    """Give the links that look like buttons: with words, and a coloured box of their own or of their cell."""
    for node in email.named("a"):
        if node.get("href") and words(node) and (_is_box(node) or is_cell(node)):
            yield node


def is_cell(node: Node) -> bool:
    """Tell whether a link is all that stands in a coloured cell; Outlook draws that one as a button."""
    cell = node.getparent()
    while cell is not None and cell.tag in {"p", "span", "strong", "b"}:
        cell = cell.getparent()
    if cell is None or cell.tag != "td" or not cell.get("bgcolor") or words(cell) != words(node):
        return False
    return inlined(style_of(node)).keys() & {"display", "padding", "text-decoration"} != set()


def _is_box(node: Node) -> bool:
    style = inlined(style_of(node))
    said = [style[name].value for name in ("background", "background-color") if name in style]
    if not any(map(colour, said)):
        return False
    display = style["display"].value if "display" in style else ""
    return display in _BOXES or any(name.startswith("padding") for name in style)


def tap_height(node: Node, look: Look) -> float:
    """Return how high a link is, in CSS pixels: its line, and what is around it inside its border."""
    style = inlined(style_of(node))
    edges = _edge(style, "padding", "top") + _edge(style, "padding", "bottom")
    edges += _edge(style, "border", "top") + _edge(style, "border", "bottom")
    heights = [size(style[name].value) or 0.0 for name in ("height", "min-height") if name in style]
    return max(_line_height(node, look.size) + edges, *heights, 0.0)


def _edge(style: Mapping[str, Declaration], kind: str, side: str) -> float:
    """Return how wide the padding or border is at one side; what stands last in the style counts."""
    width = 0.0
    for name, declaration in style.items():
        if name in {f"{kind}-{side}", f"{kind}-{side}-width"}:
            width = size(declaration.value) or 0.0
        elif name == "padding" == kind:
            parts = declaration.value.split()
            width = size(parts[2 if side == "bottom" and len(parts) > 2 else 0]) or 0.0
        elif name == "border" == kind:
            width = 0.0 if declaration.value.startswith("none") else size(declaration.value) or 0.0
    return width


def _line_height(node: Node, around: float) -> float:
    """Return the height of one line of text; it is inherited, and a plain number goes by the element's own size."""
    for place in (node, *node.iterancestors()):
        found = inlined(style_of(place)).get("line-height")
        if found is None or found.value == "inherit":
            continue
        try:
            return float(found.value) * around
        except ValueError:
            return size(found.value, around) or 1.2 * around
    return 1.2 * around
