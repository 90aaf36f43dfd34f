"""Emoji by their names, `:tada:`, as GitHub knows them: an extension of Markdown for texts that have some."""

from markdown.extensions import Extension
from pymdownx import emoji  # type: ignore[import-untyped]  # the library has no types


def makeExtension() -> Extension:  # noqa: N802 the name that a module of an extension has
    """Return the library's extension, which writes the characters themselves."""
    extension: Extension = emoji.EmojiExtension(emoji_index=emoji.gemoji, emoji_generator=emoji.to_alt)
    return extension
