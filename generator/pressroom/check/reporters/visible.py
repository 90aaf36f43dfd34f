"""Characters that act on a terminal, or hide in a text, made visible."""

import unicodedata

_ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's categories for controls, formats, lone surrogates, and separators of lines and paragraphs."""

_JOINER = "\u200d"
"""Holds emoji together, as in a family; it cannot move or hide other text."""


def visible(text: str) -> str:
    r"""Return the text with each acting character as its escape: `\x1b`, `\u202e`."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == _JOINER or unicodedata.category(character) not in _ACTING:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
