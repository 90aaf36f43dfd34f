"""Events, in whichever channel: their order, when they are in words, and where their links lead."""

from collections.abc import Iterable
from datetime import timedelta

from babel import Locale

from pressroom.model.event import Event
from pressroom.model.programme import Mention
from pressroom.model.references import Destination
from pressroom.model.release import Release
from pressroom.render import languages

NIGHT = timedelta(hours=12)
"""An event that lasts no longer needs no second day named, even if it goes on after midnight."""


def soonest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order in which they begin; of two that begin together, the shorter first."""
    return tuple(sorted(events, key=lambda event: (event.start, event.over())))


def destination(mention: Mention, release: Release) -> Destination | None:
    """Return the page that an event's link leads to; None where it leads elsewhere, or to what readers may not see."""
    if not mention.event.target:
        return None
    way = release.directory.resolve(mention.issue, mention.event.target)
    return way if isinstance(way, Destination) else None


def when(event: Event, locale: Locale) -> str:
    """Return when an event is, beside its first day: `Tuesday, 19:00–21:00`, `16–28 Nov`."""
    if _lasts_days(event):
        return languages.days(event.start, event.end or event.start, locale)
    return _hours(event, languages.weekday(event.start, locale), locale)


def date_and_time(event: Event, locale: Locale) -> str:
    """Return when an event is, by itself: `Tuesday 24 November, 19:00–21:00`, `16 November – 28 November`."""
    if _lasts_days(event):
        return languages.long_days(event.start, event.end or event.start, locale)
    return _hours(event, languages.named_day(event.start, locale), locale)


def _lasts_days(event: Event) -> bool:
    return event.all_day and event.end is not None and event.end > event.start


def _hours(event: Event, day: str, locale: Locale) -> str:
    if event.all_day:
        return day
    begins = f"{day}, {languages.hour(event.start, locale)}"
    if event.end is None:
        return begins
    ends = languages.hour(event.end, locale)
    if event.end.date() == event.start.date() or event.end - event.start <= NIGHT:
        return f"{begins}–{ends}"
    return f"{begins} – {languages.weekday(event.end, locale)} {languages.long_day(event.end, locale)}, {ends}"
