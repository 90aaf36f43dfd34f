"""Running text without any sign of markup is kept from the parser's twenty patterns, none of which would match.

That takes a tenth of a text's time away and changes nothing: where a sign stands, the patterns are asked.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

_SIGNS = re.compile(rf"[`\\\[<&*_^~=:{STX}](?:(?<!:)|(?=[\w+/-]))")
"""What the patterns look for: code, escapes, links, tags, references, emphasis, addresses and emoji (`:s`)."""


def _may_have_markup(text: str) -> bool:
    """Tell whether any pattern may match: that of line breaks and of addresses without `://`, too."""
    return _SIGNS.search(text) is not None or "  \n" in text or "www." in text.lower()


class _Bare(AtomicString):
    """Text that the inline patterns pass over."""


class Bare(Extension):
    """Has the parser look for markup only where a sign of any stands."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        """Register the two steps around the library's own, `inline`, whose priority is 20."""
        md.treeprocessors.register(_Keeping(md), "keep_bare", 20.5)
        md.treeprocessors.register(_Giving(md), "give_bare", 19.5)


class _Keeping(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not _may_have_markup(text):
                element.text = _Bare(text)


class _Giving(Treeprocessor):
    """Gives the text back to those steps of the parser that come later."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if isinstance(element.text, _Bare):
                element.text = str(element.text)
