"""The one configured Markdown parser."""

import re
import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor

from pressroom.prose.bare import Bare
from pressroom.prose.bounds import Bounds
from pressroom.prose.rows import Rows

_EXTENSIONS: dict[str, dict[str, Any]] = {
    "markdown.extensions.abbr": {},
    "markdown.extensions.admonition": {},
    "markdown.extensions.attr_list": {},
    "markdown.extensions.def_list": {},
    "markdown.extensions.footnotes": {
        "BACKLINK_TEXT": "&#8617;&#xFE0E;",
        "BACKLINK_TITLE": "",
        "PLACE_MARKER": "\ufdef",
        "USE_DEFINITION_ORDER": False,
    },
    "pymdownx.blocks.caption": {},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.mark": {},
    "pymdownx.superfences": {"css_class": "", "relaxed_headers": True},
    "pymdownx.tasklist": {},
    "pymdownx.tilde": {},
    "pressroom.prose.bare_links": {},
    "pressroom.prose.emoji": {},
    "markdown.extensions.sane_lists": {},
    "markdown.extensions.tables": {"use_align_attribute": True},
}
"""By module, in the order in which the parser is given them."""

_SIGNS = {
    "markdown.extensions.abbr": ("*[",),
    "markdown.extensions.admonition": ("!!!",),
    "markdown.extensions.attr_list": ("{",),
    "markdown.extensions.footnotes": ("[^",),
    "pymdownx.blocks.caption": ("///",),
    "pymdownx.caret": ("^",),
    "pymdownx.details": ("???",),
    "pymdownx.mark": ("==",),
    "pymdownx.superfences": ("```", "~~~", "    "),
    "pymdownx.highlight": ("```", "~~~", "    "),
    "pymdownx.tasklist": ("[ ]", "[x]", "[X]"),
    "pymdownx.tilde": ("~",),
}
"""The signs without all of which an extension changes nothing; to set some up takes longer than ten stories do."""

_RARE = {
    "markdown.extensions.def_list": re.compile(r"^ *:", re.MULTILINE),
    "pressroom.prose.emoji": re.compile(r":[+\w-]+:"),
}
"""The same for signs that are more than a few characters."""

_LINK = re.compile(r"\[(?<![\\\]].)[^][|\n`<\\]*\]\([\ufdd0-\ufddb]*(?i:https?)://[^\s()<>`|\\]*\)")
"""A link whose address can be nothing else; a mark of `stamps` may stand before it."""

_LEFT_OVER = re.compile(r"[\x00-\x08]")
"""Characters that the parser marks its own places with, and forgets where markup is badly broken."""


def convert(text: str) -> str:
    """Return Markdown as HTML that is not sanitised yet.

    One parser serves all texts that need the same extensions, since building one takes longer
    than a story does. It is reset before each text, so that none depends on another; it serves
    one thread at a time.
    Raises BeyondBoundsError where a text would take too long, and RecursionError where it
    is nested deeper than the parser can follow.
    """
    left_out = frozenset(_left_out(text))
    try:
        return _LEFT_OVER.sub("", _parser(left_out).reset().convert(text))
    except BaseException:
        _parser.cache_clear()  # what one was amid would spoil its next text
        raise


def _left_out(text: str) -> Iterator[str]:
    """Give the extensions that would change nothing of a text."""
    yield from (name for name, signs in _SIGNS.items() if not any(sign in text for sign in signs))
    yield from (name for name, sign in _RARE.items() if not sign.search(text))
    if not _may_have_address(_LINK.sub("", text)):
        yield "pressroom.prose.bare_links"


def _may_have_address(text: str) -> bool:
    return "://" in text or "www." in text.lower()


@lru_cache(maxsize=32)
def _parser(left_out: frozenset[str]) -> Markdown:
    """Return the parser without some of its extensions."""
    names = (name for name in _EXTENSIONS if name not in left_out)
    extensions: list[str | Extension] = [*names, _Habits(), Bounds(), Bare(), Rows()]
    return _Markdown(output_format="html", extensions=extensions, extension_configs=_EXTENSIONS)


class _Markdown(Markdown):
    """Has its extensions by their modules, without looking through all packages that are installed."""

    def build_extension(self, ext_name: str, configs: Mapping[str, Any]) -> Extension:
        extension: Extension = import_module(ext_name).makeExtension(**configs)
        return extension


class _Habits(Extension):
    """What writers know from GitHub, and what a text may not do."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        md.ESCAPED_CHARS += [sign for sign in f"{string.punctuation} " if sign not in md.ESCAPED_CHARS]
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
        self._forgive_line_breaks(md)
        if "blocks" in md.parser.blockprocessors:
            setattr(md.parser.blockprocessors["blocks"], "yaml_line", re.compile(r"(?!)"))  # noqa: B010 it has no type

    def _forgive_line_breaks(self, md: Markdown) -> None:
        """Let the name of a link run over two lines; the second begins with a mark."""
        for name in ("reference", "image_reference", "short_reference", "short_image_ref"):
            cleanup = re.compile(r"\s+(?:\ufdd0[\ufdd2-\ufddb]+\ufdd1)?")
            setattr(md.inlinePatterns[name], "NEWLINE_CLEANUP_RE", cleanup)  # noqa: B010 its type does not say it
