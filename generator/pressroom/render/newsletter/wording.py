"""What a message says of its own accord, in the reader's language: phrases, dates, names in a row, lengths."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from pressroom.model.base import Model
from pressroom.model.theme import FALLBACK, Theme
from pressroom.render import languages
from pressroom.render.languages import locale_of
from pressroom.render.newsletter.faults import ThemeFaulty


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
        unknown = [name for name in languages.BLANK.findall(self.words[phrase]) if name not in blanks]
        if unknown:
            known = ", ".join(f"{{{name}}}" for name in blanks) or "none"
            raise _faulty(f"The phrase “{phrase}” has an unknown blank {{{unknown[0]}}}.", f"Its blanks are: {known}.")
        return languages.fill(self.words[phrase], blanks)

    def direction(self) -> str:
        """Return `ltr` or `rtl`, the direction that the language is written in."""
        return direction(self.language)

    def date(self, moment: datetime) -> str:
        """Return a date in full, as it is in the publication's time zone."""
        return languages.long_date(moment, self.zone, locale_of(self.language))

    def names(self, names: tuple[str, ...]) -> str:
        """Return names in a row: `Ada, Bram and Chiara`."""
        return languages.in_a_row(names, locale_of(self.language))

    def length(self, seconds: float) -> str:
        """Return how long something takes to hear: `12 minutes`."""
        if round(seconds) < 60:
            return format_unit(max(1, round(seconds)), "second", "long", locale=locale_of(self.language))
        return format_unit(round(seconds / 60), "minute", "long", locale=locale_of(self.language))

    def name_of(self, language: str) -> str:
        """Return what a language is called, such as `Dutch`, or its tag where nobody knows."""
        try:
            named = Locale.parse(language, sep="-").get_language_name(str(locale_of(self.language)))
        except (UnknownLocaleError, ValueError):
            named = None
        return named or language


def wording(theme: Theme, language: str, zone: ZoneInfo) -> Wording:
    """Return how a theme speaks in a language: `nl-be` as `nl` does, and in English where it has no phrases of it."""
    return Wording(language=language, words=languages.phrases(theme, language), zone=zone)


def direction(language: str) -> str:
    """Return `ltr` or `rtl`, the direction that a language is written in."""
    return str(locale_of(language).text_direction)


def _faulty(message: str, hint: str) -> ThemeFaulty:
    return ThemeFaulty(f"phrases/{FALLBACK}.yml", 1, message, hint)
