"""A theme's folder as it was read: templates, styles, and what it says in each language."""

from collections.abc import Mapping

from pressroom.model.base import Model

FALLBACK = "en"
"""The language whose phrases stand in for those that a translation lacks."""


class Theme(Model):
    """Templates and styles by file name, phrases by language."""

    files: Mapping[str, str]
    """From a file's name in the theme's folder to its text."""

    phrases: Mapping[str, Mapping[str, str]]
    """From a language to its phrases; from `phrases/<language>.yml`."""

    def words(self, language: str) -> Mapping[str, str]:
        """Return the phrases of a language, English where it has none."""
        return {**self.phrases.get(FALLBACK, {}), **self.phrases.get(language, {})}
