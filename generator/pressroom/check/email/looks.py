"""How text looks: its colour, what is behind it, how large it is, worked out as a mail program would.

Inherited by hand from element to element; what mail programs add of their own accord is that of browsers.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pressroom.check.email.colours import BLACK, WHITE, Colour, colour
from pressroom.check.email.css import Declaration, Rule, inlined
from pressroom.check.email.email import Email, Look, specificity, style_of
from pressroom.check.email.selecting import Node

Layers = Sequence[Mapping[str, Declaration]]
"""Declarations that apply to an element, the strongest first."""


_Declared = dict[str, Declaration]
"""By their names; of two, the last counts."""


class Screen(NamedTuple):
    """The kind of screen that an email is looked at on."""

    name: str
    """As findings say it."""

    rules: tuple[Rule, ...]
    """What is read of its style sheets there."""

    ink: Colour = BLACK
    ground: Colour = WHITE
    link: Colour = Colour(0, 0, 238 / 255)


_BARE = Screen("where a mail program drops all <style>", ())
_DARK_LINK = Colour(158 / 255, 158 / 255, 1)
_DARK_GROUND = Colour(18 / 255, 18 / 255, 18 / 255)
_NAMED_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_SCALED = {"smaller": 5 / 6, "larger": 1.2, "inherit": 1.0, "unset": 1.0}
_OWN_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 5 / 6, "sub": 5 / 6, "sup": 5 / 6}
_FONT_SIZES = ("10px", "13px", "16px", "18px", "24px", "32px", "48px")
"""Those of `<font size>`, from 1."""

_BOLD = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pc": 16.0}
_LENGTH = re.compile(r"(?<![\w.])(\d{0,6}(?:\.\d{1,6})?)(px|pt|rem|em|in|cm|mm|pc|%)(?!\w)", re.ASCII | re.IGNORECASE)


def without_style(email: Email) -> Mapping[Node, Look]:
    """Return how each element looks where all `<style>` is dropped."""
    return looks(email, _BARE)


def screens(email: Email) -> Iterator[Screen]:
    """Give the screens to judge: without any `<style>`, with it where that changes colours, and dark ones."""
    yield _BARE
    plain = tuple(placed.rule for placed in email.rules if not placed.rule.within)
    if any(_colours(rule) and any(map(email.select, rule.selectors)) for rule in plain):
        yield Screen("on a light screen", plain)
    dark = tuple(placed.rule for placed in email.rules if placed.rule.is_dark())
    if any(map(_colours, dark)):
        declared = "dark" in (email.meta("color-scheme") or "")
        own = (WHITE, _DARK_GROUND, _DARK_LINK) if declared else ()
        yield Screen("on a dark screen", (*plain, *dark), *own)


def looks(email: Email, screen: Screen) -> Mapping[Node, Look]:
    """Return how the text of each element looks on a screen."""
    if screen.name not in email.looks:
        email.looks[screen.name] = _looks(email, screen)
    return email.looks[screen.name]


def _looks(email: Email, screen: Screen) -> dict[Node, Look]:
    matched = _matched(email, screen.rules)
    start = Look(screen.ink, screen.ground, 16.0, bold=False, hidden=False)
    found: dict[Node, Look] = {}
    for node in email.elements:
        parent = node.getparent()
        inherited = start if parent is None else found.get(parent, start)
        style = style_of(node)
        said = _said_by((matched[node][0], inlined(style), matched[node][1])) if node in matched else _said(style)
        found[node] = _look(node, said, inherited, screen)
    return found


class _Said(NamedTuple):
    """What is declared for an element, as it is written; None where nothing is."""

    ground: str | None
    ink: str | None
    size: str | None
    weight: str | None
    hides: bool


@lru_cache(maxsize=8192)
def _said(style: str) -> _Said:
    """Return what an element's own style declares; the same style is read once."""
    return _said_by((inlined(style),))


def _said_by(layers: Layers) -> _Said:
    return _Said(
        ground=_value(layers, "background", "background-color"),
        ink=_value(layers, "color"),
        size=_value(layers, "font-size", "font"),
        weight=_value(layers, "font-weight", "font"),
        hides=_hides(layers),
    )


def _matched(email: Email, rules: Iterable[Rule]) -> Mapping[Node, tuple[_Declared, _Declared]]:
    """Return what style sheets say about each element: what wins over its own style, and what does not."""
    found: defaultdict[Node, tuple[_Declared, _Declared]] = defaultdict(lambda: ({}, {}))
    pairs = [(selector, rule) for rule in rules for selector in rule.selectors]
    for selector, rule in sorted(pairs, key=lambda pair: specificity(pair[0])):
        for node in email.select(selector):
            for declaration in rule.declarations:
                _put(found[node][0 if declaration.important else 1], declaration)
    return found


def _put(declarations: _Declared, declaration: Declaration) -> None:
    declarations.pop(declaration.name, None)  # so that the last one stands last
    declarations[declaration.name] = declaration


def _value(layers: Layers, *names: str) -> str | None:
    """Return what the strongest layer says of a property; of several names, what it says last."""
    for layer in layers:
        said = [name for name in layer if name in names]
        if said:
            return layer[said[-1]].value.lower()
    return None


def _hides(layers: Layers) -> bool:
    if _value(layers, "display") == "none" or _value(layers, "visibility") == "hidden":
        return True
    if _value(layers, "opacity") in {"0", "0.0"}:
        return True
    return _value(layers, "overflow") == "hidden" and size(_value(layers, "max-height") or "auto") == 0


def _look(node: Node, said: _Said, inherited: Look, screen: Screen) -> Look:
    ground = _ground(node, said, inherited.ground)
    return Look(
        ink=_ink(node, said, inherited, screen).over(ground),
        ground=ground,
        size=_size(node, said, inherited.size),
        bold=_bold(node, said, inherited.bold),
        hidden=inherited.hidden or said.hides,
    )


def _ground(node: Node, said: _Said, below: Colour) -> Colour:
    """Return the colour behind an element; that of a picture or gradient is what is there without it."""
    value = said.ground or node.get("bgcolor")
    own = colour(value) if value else None
    return own.over(below) if own else below


def _ink(node: Node, said: _Said, inherited: Look, screen: Screen) -> Colour:
    value = said.ink
    if value is None and node.tag == "font":
        value = node.get("color")
    if value is None and node.tag == "a" and node.get("href") is not None:
        return screen.link
    own = colour(value) if value else None
    return own or inherited.ink


def _size(node: Node, said: _Said, around: float) -> float:
    value = said.size
    if value is None and node.tag == "font" and node.get("size", "") in set("1234567"):
        value = _FONT_SIZES[int(node.get("size", "3")) - 1]
    if value is None:
        return around * _OWN_SIZES.get(str(node.tag), 1.0)
    own = size(value, around)
    return around if own is None else own


def _bold(node: Node, said: _Said, around: bool) -> bool:
    if said.weight is None or said.weight == "inherit":
        return around or node.tag in _BOLD
    return any(word in {"bold", "bolder", "600", "700", "800", "900"} for word in said.weight.split())


@lru_cache(maxsize=4096)
def size(value: str, around: float = 16.0) -> float | None:
    """Return the first length in a CSS value, in pixels; `around` is what em and % refer to."""
    word = value.strip().lower()
    if word in _NAMED_SIZES:
        return _NAMED_SIZES[word]
    if word in _SCALED:
        return around * _SCALED[word]
    if word == "0":
        return 0.0
    found = next((match for match in _LENGTH.finditer(word) if match[1]), None)
    if found is None:
        return None
    number, unit = float(found[1]), found[2].lower()
    return number * {"em": around, "%": around / 100}.get(unit, _UNITS.get(unit, 1.0))


def _colours(rule: Rule) -> bool:
    return any("color" in one.name or one.name == "background" for one in rule.declarations)
