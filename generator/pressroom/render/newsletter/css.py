"""Declarations and rules as cssutils reads them, which premailer asks; the plain ones without it.

cssutils takes longer to be imported and to read one style sheet than all else that a message needs. What the plain
grammar here has, it reads to the same letters (a test holds both beside each other); the rest goes to cssutils itself.
"""

import logging
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

_SILENT = logging.CRITICAL + 1

_NUMBER = r"-?(?:[1-9]\d{0,4}(?:\.\d{0,2}[1-9])?|0\.\d{0,2}[1-9])(?:px|em|%)?"
_WORD = r"-?[A-Za-z]+(?:-[A-Za-z]+)*"
_TOKEN = rf"(?:{_WORD}|0|{_NUMBER}|\#[0-9a-f]{{3}}(?:[0-9a-f]{{3}})?)"
_VALUE = rf"{_TOKEN}(?:,?\ {_TOKEN})*"
_DECLARATION = re.compile(rf"\ *(-?[a-z]+(?:-[a-z]+)*):\ ?({_VALUE})\ *", re.VERBOSE)
_DOUBLE = re.compile(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?![0-9a-f])")

_CLASS = r"\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_COMPOUND = rf"(?:[a-z][a-z0-9]*(?:{_CLASS})*|(?:{_CLASS})+|\[dir=(?:ltr|rtl)\])"
_SELECTOR = rf"{_COMPOUND}(?:\ {_COMPOUND})*"
_RULE = re.compile(rf"\s*({_SELECTOR}(?:,\ {_SELECTOR})*)\ *\{{([^{{}}]*)\}}\s*", re.VERBOSE)


class _Value(NamedTuple):
    cssText: str  # noqa: N815 - cssutils' name


class Property(NamedTuple):
    """One declaration, with cssutils' names."""

    name: str
    value: str
    priority: str = ""

    @property
    def propertyValue(self) -> _Value:  # noqa: N802 - cssutils' name
        """Return its value once more, as premailer asks for it."""
        return _Value(self.value)


class Style(tuple[Property, ...]):
    """The declarations of a rule or an element."""

    __slots__ = ()

    def getProperties(self) -> Sequence[Property]:  # noqa: N802 - cssutils' name
        """Return all of them."""
        return self


class StyleRule(NamedTuple):
    """A rule with selectors, with cssutils' names."""

    selectorText: str  # noqa: N815 - cssutils' name
    style: Style
    type: int = 1
    STYLE_RULE: int = 1
    MEDIA_RULE: int = 4


def parseStyle(css: str, validate: bool = False) -> Any:  # noqa: N802 - cssutils' name and arguments
    """Return the declarations of a `style` attribute; of two for one property, what cssutils makes of them."""
    plain = _plain_style(css)
    return _cssutils().parseStyle(css, validate=validate) if plain is None else plain


def parseString(css: str, validate: bool = False) -> Any:  # noqa: N802 - cssutils' name and arguments
    """Return the rules of a style sheet."""
    plain = _plain_sheet(css)
    return _cssutils().parseString(css, validate=validate) if plain is None else plain


def _plain_style(css: str) -> Style | None:
    """Return declarations that are plain, each for another property; else None."""
    found = [_DECLARATION.fullmatch(declaration) for declaration in css.split(";")]
    matched = [match for match in found if match]
    names = {match[1] for match in matched}
    if len(names) != len(found):
        return None
    return Style(Property(match[1], _DOUBLE.sub(r"#\1\2\3", match[2])) for match in matched)


def _plain_sheet(css: str) -> Sequence[StyleRule] | None:
    """Return rules that are plain, all of them; else None."""
    rules = [(match, _plain_style(match[2])) for match in _RULE.finditer(css)]
    if "".join(match[0] for match, _ in rules) != css:
        return None
    plain = [StyleRule(match[1], style) for match, style in rules if style is not None]
    return plain if len(plain) == len(rules) else None


def __getattr__(name: str) -> Any:
    """Return whatever else premailer asks of cssutils."""
    return getattr(_cssutils(), name)


@cache
def _cssutils() -> Any:
    cssutils = import_module("cssutils")
    cssutils.log.setLevel(_SILENT)
    return cssutils
