"""A tag inside a line of text that begins and never ends: browsers let it end with its paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from pressroom.model.finding import Fault
from pressroom.prose import rules, trees
from pressroom.prose.pages import Page
from pressroom.prose.unmarking import Unmarked

_NAMES = frozenset(
    {"a", "b", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""Tags of words; those of whole blocks may be left open in HTML."""

_BEHIND = re.compile(r"\n[ \t]*(?:\n|[-*+] |\d{1,9}[.)] |[#>|])")
"""What comes after a paragraph: an empty line, an entry of a list, a heading, a quotation, a row."""

_CODE = re.compile(r"`[^`\n]*`")
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def faults(page: Page, unmarked: Unmarked) -> Iterator[Fault]:
    """Give each tag that has no end in its paragraph."""
    written: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in unmarked.tags:
        if element.tag in _NAMES and any(map(str.isalnum, trees.plain(element))):
            written[element.tag].append(element)
    for name, elements in written.items():
        lines = [unmarked.lines[element] for element in elements]
        for line in sorted(set(lines)):
            paragraph = _paragraph(page, line)
            ends = len(re.findall(rf"</{name}\s*>", paragraph, re.IGNORECASE))
            begins = len(re.findall(rf"<{name}(?=[\s>])", paragraph, re.IGNORECASE))
            if min(lines.count(line), begins) > ends:
                yield _fault(name, line)


def _paragraph(page: Page, line: int) -> str:
    """Return what is written from a line on to the end of its paragraph, without code."""
    source = page.source.split("\n", line - page.first_line)[-1]
    return _CODE.sub("", _BEHIND.split(source, maxsplit=1)[0])


def _fault(name: str, line: int) -> Fault:
    message = f"<{name}> begins here and never ends, so it ends with its paragraph."
    signs = _SIGNS.get(name)
    other = f"; or write {signs}words{signs} instead" if signs else ""
    return rules.warning("leftover-markup", line, message, f"Put </{name}> behind the last of its words{other}.")
