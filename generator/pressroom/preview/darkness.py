"""A message as it is seen on a dark screen and on a light one, whatever screen it is looked at on here.

Its rules for the one hold always then, and those for the other never. Only what stands in its `<style>` elements is
read and written again; all else stays as it is, byte for byte.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, Literal

import tinycss2  # type: ignore[import-untyped]  # tinycss2 has no annotations

_ALWAYS, _NEVER = "(min-width: 0)", "(max-width: 0)"
_FEATURE = "prefers-color-scheme"
_Scheme = Literal["dark", "light"]


def in_the_dark(html: str) -> str:
    """Return a message's HTML with what it says of dark screens said of all, and of light ones of none."""
    return _on(html, "dark")


def in_the_light(html: str) -> str:
    """Return a message's HTML with what it says of light screens said of all, and of dark ones of none."""
    return _on(html, "light")


def _on(html: str, scheme: _Scheme) -> str:
    seeker = _Seeker(html)
    parts, end = [], 0
    for begin, style in seeker.styles:
        parts += [html[end:begin], _settled(style, scheme)]
        end = begin + len(style)
    return "".join([*parts, html[end:]])


class _Seeker(HTMLParser):
    """Finds the style elements, but not those in comments, which only Outlook reads."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.styles: list[tuple[int, str]] = []
        self._lines = _begins(html)
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parser's signature
        self._inside = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser's signature
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            line, column = self.getpos()
            self.styles.append((self._lines[line - 1] + column, data))


def _begins(html: str) -> list[int]:
    """Return where each line begins; the parser counts line feeds alone."""
    return [0, *(at + 1 for at, character in enumerate(html) if character == "\n")]


def _settled(style: str, scheme: _Scheme) -> str:
    """Return a style sheet for one kind of screen; what the browser itself draws is of that kind as well."""
    rules = tinycss2.parse_stylesheet(style)
    if not any(_is_media(rule) for rule in rules):
        return style
    for rule in filter(_is_media, rules):
        rule.prelude[:] = list(_decided(rule.prelude, scheme))
    return f"{tinycss2.serialize(rules)}\n:root {{ color-scheme: {scheme} !important }}\n"


def _is_media(rule: Any) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword == "media" and _FEATURE in tinycss2.serialize(rule.prelude)


def _decided(prelude: list[Any], scheme: _Scheme) -> Iterator[Any]:
    """Give a media query with what it asks of the colour scheme answered."""
    for part in prelude:
        asked = tinycss2.serialize(part.content) if part.type == "() block" else ""
        if _FEATURE in asked:
            yield from tinycss2.parse_component_value_list(_ALWAYS if scheme in asked.partition(":")[2] else _NEVER)
        else:
            yield part
