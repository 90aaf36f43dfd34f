"""Addresses that stand in running text: an extension of Markdown for texts that have some."""

from markdown import Markdown
from markdown.extensions import Extension
from pymdownx.magiclink import MagiclinkPattern  # type: ignore[import-untyped]  # the library has no types

_PATTERN = r"(?xi) (?<! [^\s*_~^\[('\"\x03\ufdd1\ufddc] ) (?: https?:// | (?P<www>w{3}\.) )"
"""Where an address stands in running text; a mark of `stamps` may stand before it."""


class _BareLinks(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        links = MagiclinkPattern(_PATTERN, md)
        links.config = {"hide_protocol": False, "repo_url_shortener": False}
        md.inlinePatterns.register(links, "bare_link", 85)


def makeExtension() -> Extension:  # noqa: N802 the name that a module of an extension has
    """Return the extension."""
    return _BareLinks()
