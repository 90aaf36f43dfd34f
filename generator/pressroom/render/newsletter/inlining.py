"""Writing a style sheet into the elements, with premailer 3.10.

The settings are those under which it leaves alone what it need not touch: by default it strips `!important`
inside media queries (peterbe/premailer#241), overwrites `width` attributes, and fetches what is linked. Style
sheets that must stay are marked `data-premailer="ignore"`, and `inline` makes sure that they did.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import Any

from lxml import etree

from pressroom.render.newsletter import css

# premailer reads this once, at its import; with its own 128 entries it parses styles again and again, and is two to
# six times slower. So this line touches the environment: here and not in cli, since whoever renders needs it.
os.environ.setdefault("PREMAILER_CACHE_MAXSIZE", "20000")


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Let a module be imported without others that it names, unless they are here already."""
    stand_ins = {name: sys.modules.setdefault(name, ModuleType(name)) for name in names}
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if not stand_in.__spec__:
                del sys.modules[name]


# premailer asks for `requests` to fetch what it is forbidden to fetch; to import that takes longer than a message.
# So does cssutils, which it asks to read style; `css` asks that only where it must, and is put in its place.
with _without("requests", "cssutils"):
    from premailer import Premailer, merge_style, premailer  # type: ignore[import-untyped] # it brings no types
merge_style.cssutils = premailer.cssutils = css

DOCTYPE = "<!DOCTYPE html>"
"""Written just so, or premailer drops it, and browsers fall back to the quirks of 1998."""

_ATTRIBUTE = re.compile(r"""\[([\w-]+)=["']?([\w-]+)["']?\]""")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_TAG = re.compile(r"(?<![\w.-])[A-Za-z][\w-]*")
_MORE = re.compile(r"[^\w\s.>+~-]")
"""What a selector has that says more than tags, classes and where they stand."""


@lru_cache(maxsize=16)
def _parsed(css: str, index: int) -> Any:
    """Return premailer's reading of a style sheet, which takes it longer than all else, and is the same each time."""
    reader = Premailer(disable_validation=True, strip_important=False)
    return reader._parse_style_rules(css, index)  # noqa: SLF001  the one place where the work can be done once


class _Names:
    """The tags, classes and attributes of a message: what selectors can match in it, and how that is found soonest."""

    def __init__(self, page: etree._ElementTree) -> None:
        self._tags: set[str] = set()
        self._attributes: set[tuple[str, str]] = set()
        self._wearers: dict[str, set[str]] = {}
        """From a class to the tags that have it."""

        self._together: set[str] = set()
        """Classes that stand beside others in some element, or beside spaces."""

        for element in page.iter(etree.Element):
            self._note(str(element.tag), {str(name): str(value) for name, value in element.attrib.items()})

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._tags.add(tag)
        self._attributes.update(attributes.items())
        worn = attributes.get("class", "")
        classes = worn.split()
        self._together.update(classes if classes != [worn] else ())
        for name in classes:
            self._wearers.setdefault(name, set()).add(tag)

    def match(self, selector: str) -> bool:
        """Tell whether a selector may match anything; whatever it says in another way than usual may."""
        if not self._attributes.issuperset(_ATTRIBUTE.findall(selector)):
            return False
        rest = _ATTRIBUTE.sub("", selector)
        known = self._wearers.keys() >= set(_CLASS.findall(rest)) and self._tags.issuperset(_TAG.findall(rest))
        return known or bool(_MORE.search(rest))

    def quick(self, selector: str) -> str:
        """Return a selector that matches the same in this message, and is found five times as fast.

        A class that always stands alone is compared as a whole, and looked for in the only tag that has it.
        """
        return selector if _MORE.search(selector) else _CLASS.sub(self._narrowed, selector)

    def _narrowed(self, found: re.Match[str]) -> str:
        name = found[1]
        tags = self._wearers.get(name, set())
        begins = not found.string[: found.start()] or found.string[found.start() - 1] in " >+~"
        tag = next(iter(tags)) if begins and len(tags) == 1 else ""
        return f"{tag}.{name}" if name in self._together else f'{tag}[class="{name}"]'


class _Premailer(Premailer):  # type: ignore[misc] # it brings no types
    """Reads each style sheet once, however many messages it is written into, and tries no rule in vain.

    It writes style into `style` alone, never into attributes that older mail programs knew (`bgcolor`, `align`).
    """

    def __init__(self, *, names: _Names, **settings: Any) -> None:
        super().__init__(**settings)
        self._names = names

    def _parse_style_rules(self, css_body: str, ruleset_index: int) -> Any:
        rules, leftover = _parsed(css_body, ruleset_index)
        tried = [rule for rule in rules if self._names.match(rule[1])]
        return [(weight, self._names.quick(selector), style) for weight, selector, style in tried], list(leftover)

    def _style_to_basic_html_attributes(self, element: Any, style_content: str, force: bool = False) -> None:
        pass


def inline(html: str) -> str:
    """Write the rules of every unmarked `<style>` into the elements that they match."""
    page = etree.fromstring(html.strip(), etree.HTMLParser()).getroottree()
    transformer = _Premailer(
        names=_Names(page),
        strip_important=False,
        disable_validation=True,
        allow_network=False,
        allow_loading_external_files=False,
        align_floating_images=False,
    )
    transformer.transform(page.getroot())
    doctype = page.docinfo.doctype  # type: ignore[union-attr]  # the stubs leave it out
    written = page if html.lstrip().startswith(doctype) else page.getroot()  # lxml gives one where none was written
    return etree.tostring(written, method="html", encoding="utf-8").decode()


def readable(declarations: str) -> frozenset[str]:
    """Return the names of those declarations that premailer can read; it drops the others without a word."""
    return frozenset(str(declaration.name) for declaration in css.parseStyle(declarations))


def lost(html: str, kept: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of style sheets that had to stay in a message and did not."""
    return tuple(line for sheet in kept if sheet not in html for line in sheet.splitlines() if line not in html)
