"""What a message says of its own accord, in the reader's language: phrases, dates, names in a row, lengths."""

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit

from pressroom.model.base import Model
from pressroom.model.theme import FALLBACK, Theme
from pressroom.render.newsletter.faults import ThemeFaulty

_BLANK = re.compile(r"\{(\w+)\}")

_INTERNATIONAL = {"en": "en_001"}
"""English that names no country writes 19 November 2026, which nobody misreads."""


class Wording(Model):
    """How a message speaks in one language."""

    language: str
    """A BCP 47 tag."""

    words: Mapping[str, str]
    """The theme's phrases, with `{blanks}` to fill."""

    zone: ZoneInfo

    def say(self, phrase: str, **blanks: str | int) -> str:
        """Return a phrase with its blanks filled.

        Raises:
            ThemeFaulty: the theme has no such phrase, or it has a blank that nothing fills.

        """
        if phrase not in self.words:
            raise _faulty(f"The phrase “{phrase}” is missing.", f"Add a line to it: {phrase}: …")
        unknown = [name for name in _BLANK.findall(self.words[phrase]) if name not in blanks]
        if unknown:
            known = ", ".join(f"{{{name}}}" for name in blanks) or "none"
            raise _faulty(f"The phrase “{phrase}” has an unknown blank {{{unknown[0]}}}.", f"Its blanks are: {known}.")
        return _BLANK.sub(lambda blank: str(blanks[blank[1]]), self.words[phrase])

    def direction(self) -> str:
        """Return `ltr` or `rtl`, the direction that the language is written in."""
        return direction(self.language)

    def date(self, moment: datetime) -> str:
        """Return a date in full, as it is in the publication's time zone."""
        return format_date(moment.astimezone(self.zone), "long", _locale(self.language))

    def names(self, names: tuple[str, ...]) -> str:
        """Return names in a row: `Ada, Bram and Chiara`."""
        return format_list(names, locale=_locale(self.language))

    def length(self, seconds: float) -> str:
        """Return how long something takes to hear: `12 minutes`."""
        if round(seconds) < 60:
            return format_unit(max(1, round(seconds)), "second", "long", locale=_locale(self.language))
        return format_unit(round(seconds / 60), "minute", "long", locale=_locale(self.language))

    def name_of(self, language: str) -> str:
        """Return what a language is called, such as `Dutch`, or its tag where nobody knows."""
        try:
            named = Locale.parse(language, sep="-").get_language_name(str(_locale(self.language)))
        except (UnknownLocaleError, ValueError):
            named = None
        return named or language


def wording(theme: Theme, language: str, zone: ZoneInfo) -> Wording:
    """Return how a theme speaks in a language: `nl-be` as `nl` does, and in English where it has no phrases of it."""
    words = {**theme.words(_without_region(language)), **theme.phrases.get(language, {})}
    return Wording(language=language, words=words, zone=zone)


def direction(language: str) -> str:
    """Return `ltr` or `rtl`, the direction that a language is written in."""
    return str(_locale(language).text_direction)


def _locale(language: str) -> Locale:
    for tag in (_INTERNATIONAL.get(language, language), _without_region(language)):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_INTERNATIONAL[FALLBACK])


def _without_region(language: str) -> str:
    return language.partition("-")[0]


def _faulty(message: str, hint: str) -> ThemeFaulty:
    return ThemeFaulty(f"phrases/{FALLBACK}.yml", 1, message, hint)
