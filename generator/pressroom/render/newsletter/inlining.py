"""Writing a style sheet into the elements, with premailer 3.10.

The settings are those under which it leaves alone what it need not touch: by default it strips `!important`
inside media queries (peterbe/premailer#241), overwrites `width` attributes, and fetches what is linked. Style
sheets that must stay are marked `data-premailer="ignore"`, and `inline` makes sure that they did.
"""

import logging
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

# premailer reads this once, at its import; with its own 128 entries it parses styles again and again, and is two to
# six times slower. So this line touches the environment: here and not in cli, since whoever renders needs it.
os.environ.setdefault("PREMAILER_CACHE_MAXSIZE", "20000")

from cssutils import CSSParser  # type: ignore[import-untyped] # it brings no types
from premailer import Premailer  # type: ignore[import-untyped] # it brings no types

DOCTYPE = "<!DOCTYPE html>"
"""Written just so, or premailer drops it, and browsers fall back to the quirks of 1998."""


_SILENT = logging.CRITICAL + 1


@lru_cache(maxsize=16)
def _parsed(css: str, index: int) -> Any:
    """Return premailer's reading of a style sheet, which takes it longer than all else, and is the same each time."""
    reader = Premailer(disable_validation=True, strip_important=False, cssutils_logging_level=_SILENT)
    return reader._parse_style_rules(css, index)  # noqa: SLF001  the one place where the work can be done once


class _Premailer(Premailer):  # type: ignore[misc] # it brings no types
    """Reads each style sheet once, however many messages it is written into."""

    def _parse_style_rules(self, css_body: str, ruleset_index: int) -> Any:
        rules, leftover = _parsed(css_body, ruleset_index)
        return list(rules), list(leftover)


def inline(html: str) -> str:
    """Write the rules of every unmarked `<style>` into the elements that they match."""
    transformer = _Premailer(
        strip_important=False,
        disable_validation=True,
        allow_network=False,
        allow_loading_external_files=False,
        align_floating_images=False,
        disable_basic_attributes=["width", "height", "align", "valign", "bgcolor"],
        cssutils_logging_level=_SILENT,
    )
    return str(transformer.transform(html, pretty_print=False))


def readable(declarations: str) -> frozenset[str]:
    """Return the names of those declarations that premailer can read; it drops the others without a word."""
    parser = CSSParser(loglevel=_SILENT, validate=False)
    return frozenset(str(declaration.name) for declaration in parser.parseStyle(declarations))


def lost(html: str, kept: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of style sheets that had to stay in a message and did not."""
    return tuple(line for sheet in kept if sheet not in html for line in sheet.splitlines() if line not in html)
