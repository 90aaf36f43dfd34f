"""Dates that were written otherwise, read as the writer may have meant them."""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

FIRST_YEAR, LAST_YEAR = 1900, 2999

_CENTURY = 2000
"""What a year of two digits is short of."""

_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
_OF = r"(?:of\s+|de\s+|d['’])?"
_NUMBERS = re.compile(r"(\d{1,4})(?:\.\s|[-/. ])(\d{1,2})(?:\.\s|[-/. ])(\d{1,4})", re.ASCII)
_TOGETHER = re.compile(r"([12]\d{3})(\d{2})(\d{2})(?!\d)", re.ASCII)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}[\s-]+{_OF}(?P<month>[^\W\d_]+)\.?,?[\s-]+{_OF}(?P<year>\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})(?!\d)")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?,?\s+(?=.*\d{4})")
"""A word before a date: `Thursday 19 November 2026`; in `November 19, 2026` it is the month."""

_TIME = (
    r"(?P<hour>\d{1,2})(?:[.:h](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?(?!\d)"
    r"(?:\s*(?P<half>[ap])\.?m\.?|\s*(?P<full>h|uur|uhr)\b)?(?:\s*(?P<offset>Z|[+-]\d{2}:?\d{2}))?"
)
_BEHIND = re.compile(rf"(?:\s*T\s*|[\s,]+(?:(?:at|om|um|à|alle|klo)\s+)?){_TIME}", re.IGNORECASE | re.ASCII)
_ALONE = re.compile(rf"(?:(?:at|om|um|à|alle|klo)\s+)?{_TIME}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Reading:
    """What a text may say: days, and the time behind each."""

    days: tuple[date, ...] = ()
    time: str = ""
    """As ISO 8601 has it, with the T before it: `T19:00`."""

    certain: bool = False
    """Whether it can have meant nothing else."""

    def moments(self) -> tuple[str, ...]:
        """Return each as it is to be written."""
        return tuple(f"{day.isoformat()}{self.time}" for day in self.days)


def understand(text: str, languages: Iterable[str]) -> Reading:
    """Return what a text may say that is no date as it stands; month names are those of the languages, and English."""
    days, rest, certain = _days_in(text, languages)
    if not days:
        return Reading()
    found = _BEHIND.fullmatch(rest.rstrip())
    hour = iso_time(found) if found else ""
    whole = not rest.strip() or bool(hour)
    return Reading(tuple(days), hour, certain and whole and len(days) == 1)


def time_alone(text: str) -> str:
    """Return the time that a text says without a day, as `T19:00`; nothing where it says none."""
    found = _ALONE.fullmatch(text.strip())
    return iso_time(found) if found else ""


def iso_time(found: re.Match[str]) -> str:
    """Return a time as ISO 8601 has it; nothing where it is none, or a lone number."""
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    half = (found["half"] or "").lower()
    if not (found["minute"] or half or found["full"]) or minute > 59 or second > 59:
        return ""
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    seconds = f":{second:02}" if found["second"] else ""
    return f"T{hour:02}:{minute:02}{seconds}{(found['offset'] or '').upper()}" if hour < 24 else ""


def _days_in(text: str, languages: Iterable[str]) -> tuple[list[date], str, bool]:
    """Return the days that a text begins with, what is behind them, and whether their order is sure."""
    if found := _NUMBERS.match(text):
        days, certain = _of_numbers(*map(int, found.groups()))
        return days, text[found.end() :], certain
    if found := _TOGETHER.match(text):
        year, month, day = map(int, found.groups())
        return list(_days((year, month, day))), text[found.end() :], True
    months = month_names((*languages, "en"))
    if found := _named(text, months):
        return list(_days(_numbers(found, months))), text[found.end() :], True
    weekday = _WEEKDAY.match(text)
    found = _named(text[weekday.end() :], months) if weekday else None
    if weekday and found:
        return list(_days(_numbers(found, months))), text[weekday.end() + found.end() :], False
    return [], "", False


def _named(text: str, months: Mapping[str, int]) -> re.Match[str] | None:
    found = _DAY_FIRST.match(text) or _MONTH_FIRST.match(text)
    return found if found and found["month"].casefold() in months else None


def _numbers(found: re.Match[str], months: Mapping[str, int]) -> tuple[int, int, int]:
    return int(found["year"]), months[found["month"].casefold()], int(found["day"])


def _of_numbers(first: int, second: int, third: int) -> tuple[list[date], bool]:
    """Return the dates that three numbers may stand for; day and month tell themselves apart only beyond 12."""
    if first > 99:
        if days := list(_days((first, second, third))):
            return days, True
        return list(_days((first, third, second))), False
    if third > 99:
        return sorted({*_days((third, second, first)), *_days((third, first, second))}), True
    late, early = third + _CENTURY, first + _CENTURY
    return sorted({*_days((late, second, first)), *_days((late, first, second)), *_days((early, second, third))}), False


def _days(order: tuple[int, int, int]) -> Iterator[date]:
    year, month, day = order
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield date(year, month, day)


@cache
def month_names(languages: tuple[str, ...]) -> Mapping[str, int]:
    """Return from a month's name, in small letters and without a point, to its number.

    A name that is two months in these languages, as `listopad` is in Czech and in Croatian, is left out.
    """
    found: dict[str, set[int]] = {}
    for language in languages:
        for name, number in _months_of(language):
            found.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}


def _months_of(language: str) -> Iterator[tuple[str, int]]:
    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((name, number) for number, name in months[context][width].items())
