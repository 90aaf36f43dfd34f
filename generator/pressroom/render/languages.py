"""What a language has of its own: its habits in dates and in lists, and a theme's phrases in it.

Languages are BCP 47 tags. One that babel does not know is treated as its language without the region,
and else as English.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time
from babel.lists import format_list

from pressroom.model.theme import FALLBACK, Theme

BLANK = re.compile(r"\{(\w+)\}")
"""A place in a phrase that something is filled into: `{number}`."""

_INTERNATIONAL = {"en": "en_001"}
"""English that names no country writes 19 November 2026, which nobody misreads; who wants November 19 says `en-us`."""


def locale_of(language: str) -> Locale:
    """Return the habits of a language."""
    for tag in (_INTERNATIONAL.get(language, language), without_region(language)):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_INTERNATIONAL[FALLBACK])


def without_region(language: str) -> str:
    """Return the tag of a language whatever its region: `nl` for `nl-BE`."""
    return language.partition("-")[0].lower()


def long_date(moment: datetime, zone: ZoneInfo, locale: Locale) -> str:
    """Return the day that a moment falls on in a time zone: `19 November 2026`."""
    return format_date(moment.astimezone(zone), "long", locale=locale)


def long_day(moment: datetime, locale: Locale) -> str:
    """Return a day without its year, as a moment's own zone has it: `24 November`."""
    return format_skeleton("MMMMd", moment, locale=locale)


def named_day(moment: datetime, locale: Locale) -> str:
    """Return a day with its name and without its year, as a moment's own zone has it: `Tuesday 24 November`."""
    return f"{weekday(moment, locale)} {long_day(moment, locale)}"


def day_of_month(moment: datetime, locale: Locale) -> str:
    """Return the day's number, as a moment's own zone has it: `24`."""
    return format_date(moment, "d", locale=locale)


def weekday(moment: datetime, locale: Locale) -> str:
    """Return the day of the week, as a moment's own zone has it: `Tuesday`."""
    return format_date(moment, "EEEE", locale=locale)


def short_month(moment: datetime, locale: Locale) -> str:
    """Return the month as it stands by itself, in short: `Nov`."""
    return format_date(moment, "LLL", locale=locale)


def hour(moment: datetime, locale: Locale) -> str:
    """Return the time of day, as a moment's own zone has it: `19:00`; English that names no country has 24 hours."""
    return format_time(moment, "HH:mm" if str(locale) == _INTERNATIONAL[FALLBACK] else "short", locale=locale)


def days(first: datetime, last: datetime, locale: Locale) -> str:
    """Return a stretch of days: `16–28 Nov`, `23 Nov – 11 Dec`."""
    return format_interval(first, last, "MMMd", locale=locale)


def long_days(first: datetime, last: datetime, locale: Locale) -> str:
    """Return a stretch of days with their months in full: `23 November – 11 December`."""
    return f"{long_day(first, locale)} – {long_day(last, locale)}"


def in_a_row(names: Iterable[str], locale: Locale) -> str:
    """Return names as a sentence has them: `Ada, Bram and Chiara`."""
    return format_list(list(names), locale=locale)


def phrases(theme: Theme, language: str) -> Mapping[str, str]:
    """Return a theme's phrases: `nl-be` borrows from `nl`, and both from English."""
    return {**theme.words(without_region(language)), **theme.phrases.get(language, {})}


def fill(phrase: str, blanks: Mapping[str, object]) -> str:
    """Return a phrase with its `{blanks}` filled, each once: what fills one is not looked at again.

    A blank that nothing fills stays as it is.
    """
    return BLANK.sub(lambda blank: str(blanks.get(blank[1], blank[0])), phrase)
