"""Events: what an issue's front matter invites to."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from pressroom.load.faults import fault
from pressroom.load.fields.newsletter import EventFields, IssueFields
from pressroom.load.manuscripts import Manuscript
from pressroom.load.names import proposed
from pressroom.load.newsroom import Newsroom
from pressroom.model.event import Event
from pressroom.model.finding import Fault
from pressroom.prose import schemes

_LONGEST = 60
"""Characters of a title that a file is named after."""


def load_events(room: Newsroom, language: str, own: Manuscript[IssueFields]) -> tuple[Event, ...]:
    """Return the events of an issue, in the language that it is written in; a wrong end is noted, and left out."""
    fields = own.fields.events or ()
    room.content.notes.add(own.source.path, *_wrong_ends(own))
    return tuple(_event(event, slug, language, room.zone) for event, slug in zip(fields, _slugs(fields), strict=True))


def _event(fields: EventFields, slug: str, language: str, zone: tzinfo) -> Event:
    start, end, link = fields.start or date.min, fields.end, fields.link or ""
    inside = schemes.read(link).kind is schemes.Kind.INSIDE
    return Event(
        slug=slug,
        language=language,
        title=fields.title or "",
        start=_moment(start, zone),
        end=_moment(end, zone) if end and _is_day(end) == _is_day(start) else None,
        all_day=_is_day(start),
        place=fields.place or "",
        url="" if inside else link,
        target=link if inside else "",
    )


def _wrong_ends(own: Manuscript[IssueFields]) -> Iterator[Fault]:
    for position, event in enumerate(own.fields.events or ()):
        if event.start and event.end and _is_day(event.start) != _is_day(event.end):
            message = f"“{event.title}” begins {_told(event.start)} and ends {_told(event.end)}."
            hint = "Write both with a time, or both without: it then lasts from the first day to the end of the last."
            yield fault("event-end", own.source.line(f"events.{position}.end"), message, hint)


def _told(when: date) -> str:
    return "on a day" if _is_day(when) else "at a time"


def _is_day(when: date) -> bool:
    return not isinstance(when, datetime)


def _moment(when: date, zone: tzinfo) -> datetime:
    if isinstance(when, datetime):
        return when.astimezone(zone)
    return datetime(when.year, when.month, when.day, tzinfo=zone)


def _slugs(events: tuple[EventFields, ...]) -> Iterator[str]:
    """Give each event's file a name of its own, made of its title; one that is taken gets a number behind it."""
    taken: set[str] = set()
    for event in events:
        name = proposed((event.title or "")[:_LONGEST])
        slug, number = name, 2
        while slug in taken:
            slug, number = f"{name}-{number}", number + 1
        taken.add(slug)
        yield slug
