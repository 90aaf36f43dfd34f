"""What our messages use although some mail program lacks it or has half of it, and what its readers see instead."""

from collections.abc import Mapping
from typing import Final

_PLAIN: Final = "we use only what all of them have of it"
_INLINED: Final = "what must be seen is written into the elements; a <style> only adds to it"

FALLBACKS: Final[Mapping[str, str]] = {
    # What a <style> adds
    "css-at-media": f"phones and dark screens: {_INLINED}, and columns stack without it",
    "css-at-media-prefers-color-scheme": "the light colours, or the program's own darkening of them",
    "css-color-scheme": "the light colours, or the program's own darkening of them",
    "css-important": "stands in a <style> only, in lower case",
    "css-opacity": "a button under the mouse stays as it is",
    "css-pseudo-class-hover": "links and buttons under the mouse stay as they are",
    "css-selector-attribute": "[data-ogsc] and [x-apple-data-detectors] are there for the one program that sets them",
    "css-selector-class": _INLINED,
    "css-selector-descendant": _INLINED,
    "css-selector-grouping": _INLINED,
    "css-selector-id": "each names an element of one program, and is for that program",
    "css-selector-type": _INLINED,
    "html-style": _INLINED,
    # Layout: Outlook on Windows has ghost tables and attributes instead
    "css-display": "Outlook on Windows has ghost tables for inline blocks; links that are no blocks stay links",
    "css-display-none": "hides the preheader, which has no table in it; Outlook on Windows has mso-hide",
    "css-height": "each picture has its height as an attribute; `auto` is what programs without it do",
    "css-max-height": "the preheader is hidden by display and mso-hide as well",
    "css-max-width": "Outlook on Windows has ghost tables of a fixed width, and a width attribute on each picture",
    "css-overflow": "a wide table is as wide as it must be: Outlook on Windows has room for it",
    "css-overflow-wrap": "word-break says the same to programs without it, and Yahoo breaks long words by itself",
    "css-padding": "Outlook on Windows pads cells, and all that has a surface is one, or VML; others lose some air",
    "css-table-layout": "cells have a width as an attribute, or as much as their text needs",
    "css-width": "tables have it as an attribute, and pictures too",
    "css-word-break": "Yahoo breaks long words by itself; elsewhere break-word is what we ask for",
    "html-height": "of pictures, in whole pixels; Outlook on Windows is told 96 pixels an inch",
    "html-width": "of pictures in whole pixels, of tables in per cent; Outlook on Windows is told 96 pixels an inch",
    # Look
    "css-border": "of 6 px at most; on cells, but for a quotation, which is indented or in italics without it",
    "css-border-radius": "corners are square; Outlook on Windows has round buttons by VML",
    "css-font-size": "in px",
    "css-font-weight": "bold or nothing",
    "css-letter-spacing": "labels a little wider and titles a little narrower, or not",
    "css-line-height": "in px; Outlook on Windows has mso-line-height-rule: exactly",
    "css-margin": "none is negative; Outlook on Windows has ghost tables where `auto` centres",
    "css-text-align": "left, right and center",
    "css-text-decoration": "underline or none; links without a line are headlines",
    "css-text-transform": "uppercase or nothing",
    "css-white-space": "pre-wrap of listings: each line has its <br>, or runs on, and stays readable",
    # Markup
    "html-aria-label": "the link's own words, which say what it does",
    "html-body": "colours and language stand on the first element inside it as well",
    "html-dir": f"{_PLAIN}: on the whole message, and on what is in another language",
    "html-img": "not tried by caniemail in Thunderbird, which is Firefox",
    "html-lang": f"{_PLAIN}: on no cell",
    "html-lists": "an editor's own start and numbers at worst become 1, 2, 3",
    "html-mailto-links": "with a subject only",
    "html-role": "layout tables have it; the wrapper's `article` adds a name for the message",
    "html-srcset": "src is sharp on dense screens, and every program fetches it",
}

UNLISTED: Final[Mapping[str, str]] = {
    # What HTML had in 1997 and every program shows
    **dict.fromkeys(("html-a", "html-br", "html-head", "html-html", "html-meta", "html-sup", "html-title"), "HTML 3.2"),
    **dict.fromkeys(("html-alt", "html-border", "html-content", "html-href", "html-name", "html-src"), "HTML 3.2"),
    **dict.fromkeys(("html-charset", "html-class", "html-scope"), "HTML 4, and what caniemail's own tests rest on"),
    **dict.fromkeys(("css-color", "css-font-family"), "CSS 1; caniemail has pages on values of them only"),
    # What says more to those who know it
    **dict.fromkeys(("html-kbd", "html-mark"), "the words without a look of their own"),
    **dict.fromkeys(("html-hreflang", "html-tabindex", "html-aria-roledescription"), "nothing is seen of it"),
    **dict.fromkeys(("html-xmlns", "html-xmlns:o", "html-xmlns:v", "html-xmlns:w"), "for Outlook on Windows alone"),
    # What is for one program, and for no other
    "css--ms-text-size-adjust": "for phones that would change sizes",
    "css--webkit-text-size-adjust": "for phones that would change sizes",
    "css-mso-hide": "for Outlook on Windows alone",
    "css-pseudo-class-root": "for Apple Mail, which reads color-scheme there",
    "css-supported-color-schemes": "color-scheme as Apple Mail had it first",
}
"""What caniemail has no page on, and why it may be used all the same."""
