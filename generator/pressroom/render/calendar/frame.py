"""What stands around events: RFC 5545, section 3.4; names and refreshing by RFC 7986, section 5.

No METHOD: it would make a message of the file, and want an organizer (RFC 5546, section 3.2.1).
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import icalendar

from pressroom.model import addresses as paths
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import one_line

REFRESH = timedelta(days=1)
"""How often a calendar may ask for news: issues come weekly at most, corrections should not wait."""


def single(event: icalendar.Event) -> bytes:
    """Return a file with one event, which a calendar takes over when it is opened."""
    return _written(_bare(), (event,))


def subscription(language: str, events: Sequence[icalendar.Event], release: Release) -> bytes:
    """Return a calendar with all of a language's events, which says its name and where and how often to look again."""
    publication = release.publication
    prefix = publication.prefix(language)
    calendar = _bare()
    for name in ("name", "x-wr-calname"):
        calendar.add(name, one_line(publication.name))
    if publication.description:
        for name in ("description", "x-wr-caldesc"):
            calendar.add(name, one_line(publication.description))
    calendar.add("url", addresses.absolute(publication.base_url, paths.home(prefix)))
    source = addresses.absolute(publication.base_url, paths.calendar(prefix))
    calendar.add("source", icalendar.vUri(source), parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    if events:
        calendar.add("last-modified", max(event.decoded("last-modified") for event in events))
    return _written(calendar, events or (_nothing(),))


def _bare() -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Pressroom//Pressroom//EN")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _nothing() -> icalendar.Timezone:
    """Return what a calendar without events holds, since one has to hold something (RFC 5545, section 3.6)."""
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    standard.add("tzname", "UTC")
    zone = icalendar.Timezone()
    zone.add("tzid", str(UTC))
    zone.add_component(standard)
    return zone


def _written(calendar: icalendar.Calendar, components: Sequence[icalendar.Component]) -> bytes:
    for component in components:
        calendar.add_component(component)
    data: bytes = calendar.to_ical()
    return data
