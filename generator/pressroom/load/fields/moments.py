"""Dates and times, out of text; a date that was written in another order is told in the right one."""

import calendar
import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, ValidationInfo

from pressroom.load.fields.misdated import FIRST_YEAR, LAST_YEAR, time_alone, understand
from pressroom.load.fields.refusing import named, refuse, told
from pressroom.load.fields.written import like

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r" ?(?P<offset>[Zz]|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_SECONDS = re.compile(
    r"(?:(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):)?(?P<seconds>\d{1,6})(?P<fraction>\.\d{1,3})?", re.ASCII
)


def _day_or_moment(value: str, info: ValidationInfo) -> date | datetime:
    moment = _moment(value, info)
    return moment if ":" in value else moment.date()


def _moment(value: str, info: ValidationInfo) -> datetime:
    text = value.strip()
    found = _MOMENT.fullmatch(text)
    if not found:
        raise _misdated(text, info)
    day = _day(found["day"], info)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        message = f"There is no time {text[11:]}: hours go to 23, minutes and seconds to 59."
        raise refuse("date", message, f"Write {named(info)}: {found['day']}T23:59")
    zone = _offset(found["offset"], info)
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    return moment.astimezone(UTC).astimezone(zone)


def _day(text: str, info: ValidationInfo) -> date:
    name = named(info)
    year, month, day = map(int, text.split("-"))
    if month > 12:
        raise _misdated(text, info)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse(
            "date", f"The year {year} is not one that a newsletter has.", f"Years go from {FIRST_YEAR} to {LAST_YEAR}."
        )
    if not month:
        raise refuse(
            "date", f"There is no {text}: months go from 01 to 12.", f"Correct the month: {name}: {year}-01-{day:02}"
        )
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        message = f"There is no {text}: {calendar.month_name[month]} {year} has {last} days."
        raise refuse("date", message, f"Write {name}: {year:04}-{month:02}-{last:02}, or the day that is meant.")
    return date(year, month, day)


def _offset(written: str | None, info: ValidationInfo) -> tzinfo:
    if written is None:
        zone: tzinfo = (info.context or {}).get("zone", UTC)
        return zone
    if written in "Zz":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 14 or minutes > 59:
        raise refuse(
            "date",
            f"There is no offset {written}: they go from -12:00 to +14:00.",
            "Leave it out: the time is then the publication's own.",
        )
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(-distance if written[0] == "-" else distance)


def _misdated(text: str, info: ValidationInfo) -> Exception:
    """Return why a text is no date, with the date that was probably meant."""
    name = named(info)
    if time := time_alone(text):
        return _dayless(text, time, info)
    meant = understand(text, (info.context or {}).get("languages", ()))
    right = " or ".join(
        f"{name}: {moment} ({day.day} {calendar.month_name[day.month]})"
        for day, moment in zip(meant.days, meant.moments(), strict=True)
    )
    message = f"`{name}` is a date, and {told(text)} is not written as one."
    hint = f"Write year, month, day: {right or f'{name}: 2026-11-19, or {name}: 2026-11-19T08:30'}"
    return refuse("date", message, hint, meant.moments()[0] if meant.certain else "")


def _dayless(text: str, time: str, info: ValidationInfo) -> Exception:
    """Return why a time alone is no date; what ends is taken to end on the day on which it starts."""
    name, start = named(info), info.data.get("start")
    message = f"`{name}` is a date, and {told(text)} is a time without its day."
    if not isinstance(start, date):
        return refuse("date", message, f"Write the day before it: {name}: 2026-11-19{time}")
    right = f"{start.strftime('%Y-%m-%d')}{time}"
    later = isinstance(start, datetime) and time[:6] > f"T{start:%H:%M}" and len(time) == 6
    return refuse("date", message, f"Write the day before it: {name}: {right}", right if later else "")


def _seconds(value: str, info: ValidationInfo) -> float:
    text = value.strip()
    found = _SECONDS.fullmatch(text)
    if text.startswith("-"):
        raise refuse(
            "time",
            f"`{named(info)}` lies before the beginning, which is 0.",
            f"Write {named(info)}: {text.lstrip('-')}",
        )
    if not found or (found["minutes"] and len(found["seconds"]) != 2):
        raise _mistimed(text, named(info))
    hours, minutes, seconds = (int(found[part] or 0) for part in ("hours", "minutes", "seconds"))
    if (found["minutes"] and seconds > 59) or (found["hours"] and minutes > 59):
        raise _mistimed(text, named(info))
    return hours * 3600 + minutes * 60 + seconds + float(found["fraction"] or 0)


def _mistimed(text: str, name: str) -> Exception:
    message = f"`{name}` is a time inside the episode, and {told(text)} is not written as one."
    return refuse("time", message, f"Write seconds, M:SS or H:MM:SS: {name}: 83, {name}: 1:23 or {name}: 1:02:03.500")


Moment = Annotated[datetime, BeforeValidator(_moment), like(_MOMENT.pattern)]
"""A moment: ISO 8601; without a time midnight, without an offset in the publication's time zone.

A time that comes twice in autumn is the first of the two; one that is left out in spring is an hour later.
"""

DayOrMoment = Annotated[
    date | datetime,
    PlainValidator(_day_or_moment, json_schema_input_type=str),
    like(_MOMENT.pattern),
]
"""A whole day, where no time is written; else a moment."""

Seconds = Annotated[float, BeforeValidator(_seconds), like(_SECONDS.pattern, "number", minimum=0)]
"""A time inside an episode: seconds, `M:SS` or `H:MM:SS(.mmm)`."""
