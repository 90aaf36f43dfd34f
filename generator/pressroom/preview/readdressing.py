"""A message's addresses, brought to where it is looked at: in an inbox they lead to the site, which is not there yet.

Only what stands in its start tags is changed, one attribute at a time; all else stays as it is, byte for byte.
"""

from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final

_LEADING: Final = frozenset({"background", "href", "src", "srcset"})
_Attributes = list[tuple[str, str | None]]


def readdress(html: str, base_url: str, lead: Callable[[str], str]) -> str:
    """Return a message's HTML with `lead` of what follows the site's address, wherever an attribute begins with it.

    `lead` gets an address relative to the site's root: `issues/2026-11/#harbour`.
    """
    seeker = _Seeker(html, base_url)
    parts, end = [], 0
    for begin, tag, found in seeker.tags:
        parts += [html[end:begin], _led(tag, found, base_url, lead)]
        end = begin + len(tag)
    return "".join([*parts, html[end:]])


class _Seeker(HTMLParser):
    """Finds the start tags that have an address of the site, and what is written there."""

    def __init__(self, html: str, base_url: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[tuple[int, str, list[str]]] = []
        self._base_url = base_url
        self._lines = [0, *(at + 1 for at, character in enumerate(html) if character == "\n")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:  # noqa: ARG002  the parser's signature
        found = [value for name, value in attrs if name in _LEADING and value and self._base_url in value]
        if found:
            line, column = self.getpos()
            self.tags.append((self._lines[line - 1] + column, self.get_starttag_text() or "", found))

    handle_startendtag = handle_starttag


def _led(tag: str, found: list[str], base_url: str, lead: Callable[[str], str]) -> str:
    """Return a start tag with other addresses; each stands there in quotes, however its characters are written."""
    parts = tag.split('"')
    for at, part in enumerate(parts):
        if at % 2 and unescape(part) in found:
            parts[at] = escape(_renamed(unescape(part), base_url, lead))
    return '"'.join(parts)


def _renamed(value: str, base_url: str, lead: Callable[[str], str]) -> str:
    """Return an attribute's value, which may list addresses: each with a comma, a space and its density after it."""
    each = (one.strip() for one in value.split(", "))
    return ", ".join(lead(one.removeprefix(base_url)) if one.startswith(base_url) else one for one in each)
