"""What the site itself says in one language: phrases, dates, lengths and sizes."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil
from zoneinfo import ZoneInfo

from babel.units import format_unit

from pressroom.model.base import Model
from pressroom.model.theme import Theme
from pressroom.render import languages
from pressroom.render.languages import locale_of, without_region

WORDS_A_MINUTE = 220
"""How fast a colleague reads."""


class Moment(Model):
    """A date as the page shows it, and as `<time datetime>` has it."""

    text: str
    iso: str


class Wording:
    """One language's phrases and habits; the same for every page in it."""

    def __init__(self, theme: Theme, language: str, zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self.locale = locale_of(language)
        self.phrases = languages.phrases(theme, language)
        self._counted: dict[tuple[str, int], str] = {}
        self._dated: dict[str, Moment] = {}

    def say(self, phrase: str, **values: object) -> str:
        """Return a phrase of the theme with its `{blanks}` filled; its name where the theme lacks it."""
        return languages.fill(self.phrases.get(phrase, phrase), values)

    def count(self, phrase: str, number: int) -> str:
        """Return a phrase in the form that the number asks for: `stories_one`, `stories_other`."""
        said = phrase, number
        if said not in self._counted:
            form = f"{phrase}_{self.locale.plural_form(number)}"
            self._counted[said] = self.say(form if form in self.phrases else f"{phrase}_other", number=number)
        return self._counted[said]

    def minutes(self, words: int) -> str:
        """Return how long a text takes to read; nothing for no text."""
        return self.count("minutes", ceil(words / WORDS_A_MINUTE)) if words else ""

    def date(self, moment: datetime) -> Moment:
        """Return a date in the publication's time zone."""
        instant = moment.isoformat()
        if instant not in self._dated:
            text = languages.long_date(moment, self.zone, self.locale)
            self._dated[instant] = Moment(text=text, iso=moment.astimezone(self.zone).isoformat())
        return self._dated[instant]

    def year(self, moment: datetime) -> int:
        """Return the year that a moment falls in where the publication is at home."""
        return moment.astimezone(self.zone).year

    def month(self, moment: datetime) -> str:
        """Return the month that a moment falls in there: `2026-11`."""
        return moment.astimezone(self.zone).isoformat()[:7]

    def length(self, seconds: float) -> str:
        """Return how long a sound lasts: `1 min 42 secs`, `48 min`, `1 hr 5 min`."""
        minutes, rest = divmod(round(seconds), 60)
        hours, odd = divmod(minutes, 60)
        if hours:
            return f"{self._unit(hours, 'duration-hour')} {self._unit(odd, 'duration-minute')}"
        if not minutes:
            return self._unit(rest, "duration-second")
        short = self._unit(minutes, "duration-minute")
        return f"{short} {self._unit(rest, 'duration-second')}" if minutes < 10 and rest else short

    def size(self, octets: int) -> str:
        """Return a file's size in megabytes of 10^6 bytes."""
        return self._unit(max(0.1, round(octets / 1e6, 1)), "digital-megabyte")

    def runs_from_right(self) -> bool:
        """Tell whether this language is written from right to left."""
        return self.locale.text_direction == "rtl"

    def enumerate(self, names: Iterable[str]) -> str:
        """Return names as a sentence has them: `Ada, Bram and Chiara`."""
        return languages.in_a_row(names, self.locale)

    def _unit(self, number: float, unit: str) -> str:
        return format_unit(number, unit, "short", locale=self.locale)


def clock(seconds: float) -> str:
    """Return a place in a sound as players show it: `1:05`, `1:02:05`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def own_name(language: str) -> str:
    """Return a language's name in itself: `Nederlands`."""
    locale = locale_of(language)
    name = locale.get_language_name(locale) if without_region(language) == locale.language else None
    return name[:1].upper() + name[1:] if name else language


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, whatever their regions."""
    return without_region(one) == without_region(other)
