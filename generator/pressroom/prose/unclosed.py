"""A tag inside a line of text that begins and never ends: browsers let it end with its paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from pressroom.model.finding import Fault
from pressroom.prose import rules
from pressroom.prose.pages import Page
from pressroom.prose.unmarking import Unmarked

_NAMES = frozenset(
    {"a", "b", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""Tags of words; those of whole blocks may be left open in HTML."""

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def faults(page: Page, unmarked: Unmarked) -> Iterator[Fault]:
    """Give each tag that has no end in its paragraph."""
    written: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in unmarked.tags:
        if element.tag in _NAMES:
            written[element.tag].append(element)
    for name, elements in written.items():
        lines = sorted(unmarked.lines[element] for element in elements)
        for line in sorted(set(lines)):
            if lines.count(line) > _ends(page, name, line):
                yield _fault(name, line)


def _ends(page: Page, name: str, line: int) -> int:
    """Return how many ends of a tag there are from a line on to the end of its paragraph."""
    source = page.source.split("\n", line - page.first_line)[-1]
    paragraph = _PARAGRAPH.split(source, maxsplit=1)[0]
    return len(re.findall(rf"</{name}\s*>", paragraph, re.IGNORECASE))


def _fault(name: str, line: int) -> Fault:
    message = f"<{name}> begins here and never ends, so it ends with its paragraph."
    signs = _SIGNS.get(name)
    other = f"; or write {signs}words{signs} instead" if signs else ""
    return rules.warning("leftover-markup", line, message, f"Put </{name}> behind the last of its words{other}.")
