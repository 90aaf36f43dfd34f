"""Running text in plain words: what is inside a paragraph, as one string in which a line break is meant."""

import re
from collections.abc import Callable, Mapping

from lxml.html import HtmlElement

_SPACE = re.compile(r"[ \t\r\n\f](?:[ \t\r\n\f]+|(?<! ))")
"""White space that is not one space already, as nearly all of it is."""

_AROUND_BREAK = re.compile(r" *\n *")
_BREAK = "\x00"
"""Stands for a line break that is meant until white space is settled; no sanitised text holds it."""

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

_AROUND: Mapping[str, tuple[str, str]] = {"q": ("“", "”"), "del": ("~", "~"), "s": ("~", "~")}
"""What stands around a phrase whose meaning would be lost with its tag."""


class Phrases:
    """Writes running text; knows how addresses are printed and where an abbreviation is first used."""

    def __init__(self, root: HtmlElement, address_of: Callable[[str], str]) -> None:
        self._address_of = address_of
        self._explained = _first_uses(root)
        self._by_tag: Mapping[str, Callable[[HtmlElement], str]] = {
            "a": self._link,
            "abbr": self._abbreviation,
            "br": _break,
            "img": _picture,
            "input": _box,
            "sub": self._shifted,
            "sup": self._shifted,
            **dict.fromkeys(_AROUND, self._around),
        }

    def write(self, text: str | None, elements: list[HtmlElement]) -> str:
        """Return running text that begins with `text` and goes on with elements and what follows each."""
        pieces = [text or ""]
        for element in elements:
            pieces += [self._element(element), element.tail or ""]
        return _settle("".join(pieces))

    def inside(self, element: HtmlElement) -> str:
        """Return all that is inside an element as running text."""
        return self.write(element.text, list(element))

    def _element(self, element: HtmlElement) -> str:
        return self._by_tag.get(element.tag, self._loose)(element)

    def _around(self, element: HtmlElement) -> str:
        before, after = _AROUND[element.tag]
        return f"{before}{self._loose(element)}{after}"

    def _shifted(self, element: HtmlElement) -> str:
        return _shift(element.tag, self.inside(element))

    def _loose(self, element: HtmlElement) -> str:
        """Return what is inside an element with the spaces at its ends, which may part it from what is around."""
        pieces = [element.text or ""]
        for child in element:
            pieces += [self._element(child), child.tail or ""]
        return "".join(pieces)

    def address(self, link: HtmlElement) -> str:
        """Return what is printed after a link, or nothing."""
        href = link.get("href")
        return self._address_of(href) if href else ""

    def _link(self, element: HtmlElement) -> str:
        classes = element.classes
        if "footnote-backref" in classes:
            return ""
        if "footnote-ref" in classes:
            return f"[{self.inside(element)}]"
        words, address = self._loose(element), self.address(element)
        if not address or _settle(words) in (address, address.removeprefix("mailto:")):
            return words
        return f"{words} ({address})" if words.strip() else address

    def _abbreviation(self, element: HtmlElement) -> str:
        words = self.inside(element)
        return f"{words} ({element.get('title')})" if element in self._explained else words


def _settle(text: str) -> str:
    if text == "\n":  # what stands between most blocks
        return ""
    parted = _SPACE.sub(" ", text)
    if _BREAK in parted:
        parted = _AROUND_BREAK.sub("\n", parted.replace(_BREAK, "\n"))
    return parted.strip(" \n\xa0")


def _first_uses(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the first use of each abbreviation that the text does not spell out anyway."""
    first: dict[str, HtmlElement] = {}
    for element in root.iter("abbr"):
        first.setdefault(element.get("title") or "", element)
    words = root.text_content() if first else ""
    return frozenset(element for title, element in first.items() if title and title not in words)


def _break(_element: HtmlElement) -> str:
    return _BREAK


def _picture(element: HtmlElement) -> str:
    return f"[{element.get('alt')}]" if element.get("alt") else ""


def _box(element: HtmlElement) -> str:
    return "[ ]" if element.get("checked") is None else "[x]"


def _shift(tag: str, words: str) -> str:
    """Return raised or lowered words as Unicode has them; else after a mark, if the mark says anything."""
    if words.startswith("["):
        return words
    shifted = words.translate(_RAISED if tag == "sup" else _LOWERED)
    if not any(character in words for character in shifted):
        return shifted
    return words if tag == "sub" or words.isalpha() else f"^{words}"
