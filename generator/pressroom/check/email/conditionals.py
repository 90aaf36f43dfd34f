"""Conditional comments: what only Outlook on Windows reads, and what it alone does not."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

_LONGEST = 20_000
"""Characters that are read of a comment."""

_END = "<![endif]"


class Conditional(NamedTuple):
    """A comment that begins, ends or is a conditional."""

    condition: str
    """Such as `mso`; empty for an end."""

    content: str
    """What only Outlook reads, where the comment holds it; else empty."""

    line: int
    whole: bool
    """Whether it begins and ends in the same comment."""

    def opens(self) -> bool:
        """Tell whether it begins what ends in another comment."""
        return bool(self.condition) and not self.whole

    def is_outlook(self) -> bool:
        """Tell whether Outlook reads its content."""
        return self.whole and "mso" in self.condition and "!" not in self.condition


class Tag(NamedTuple):
    """A tag inside a conditional comment."""

    name: str
    attributes: Mapping[str, str]
    line: int
    """Counted from 0, from the comment's own."""

    closes: bool


def read_comment(text: str, line: int) -> Conditional | None:
    """Return what a comment is, given what stands between `<!--` and `-->`; None for an ordinary one."""
    stripped = text.strip()
    if stripped.lower() == _END:
        return Conditional("", "", line, whole=False)
    if not stripped.lower().startswith("[if"):
        return None
    condition, bracket, rest = stripped[3:].partition("]>")
    if not bracket:
        return None
    whole = rest.lower().endswith(_END)
    content = rest[: -len(_END)] if whole else ""
    return Conditional(condition.strip().lower(), content, line, whole=whole)


def unbalanced(conditionals: Iterable[Conditional]) -> Iterator[Conditional]:
    """Give the conditionals that have no end, or end what never began."""
    opened: list[Conditional] = []
    for found in conditionals:
        if found.opens():
            opened.append(found)
        elif not found.condition:
            if not opened:
                yield found
            else:
                opened.pop()
    yield from opened


@lru_cache(maxsize=4096)
def tags(content: str) -> tuple[Tag, ...]:
    """Return the tags of what Outlook reads."""
    reader = _Reader()
    reader.feed(content[:_LONGEST])
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Collects tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append(Tag(tag, attributes, self.getpos()[0] - 1, closes=False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(Tag(tag, {}, self.getpos()[0] - 1, closes=True))
