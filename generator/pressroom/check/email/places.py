"""How findings show a place in an email: a short excerpt, and what is alike told once."""

from collections.abc import Iterable, Iterator

from pressroom.check.email.email import attributes, line
from pressroom.check.email.selecting import Node

_LONGEST = 90
"""Characters of an excerpt."""


def excerpt(node: Node) -> str:
    """Return an element's start tag, shortened: `<td class="cell" width="600">`."""
    told = "".join(f' {name}="{value}"' for name, value in attributes(node))
    return shorten(f"<{node.tag}{told}>")


def shorten(text: str) -> str:
    """Return a text on one line, its end left out where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def once(found: Iterable[tuple[str, Node]]) -> Iterator[tuple[str, int]]:
    """Give what was found with the line where it is first; what is told in the same words is counted.

    The words get `, and at 12 more places` at their end where there are more.
    """
    return once_at((words, line(node)) for words, node in found)


def once_at(found: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Give the same of what is told by its line."""
    lines: dict[str, list[int]] = {}
    for words, number in found:
        lines.setdefault(words, []).append(number)
    for words, numbers in lines.items():
        more = len(numbers) - 1
        yield words + (f", and at {more} more place{'s' if more > 1 else ''}" if more else ""), numbers[0]
