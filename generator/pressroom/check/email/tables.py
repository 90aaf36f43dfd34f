"""Tables of an email: those that arrange, and those that hold data."""

from pressroom.check.email.selecting import Node


def is_layout(table: Node) -> bool:
    """Tell whether a table says that it only arranges."""
    return table.get("role") in {"presentation", "none"}


def headings(table: Node) -> list[Node]:
    """Return the headings of a table's own cells, not those of tables inside it."""
    return [heading for heading in table.iter("th") if next(heading.iterancestors("table"), None) is table]
