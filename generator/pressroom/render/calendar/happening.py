"""An event as calendars know it: RFC 5545, section 3.6.1."""

from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

import icalendar

from pressroom.model.event import Event
from pressroom.model.programme import Mention, Occasion
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import one_line
from pressroom.render.events import destination


def happening(occasion: Occasion, release: Release) -> icalendar.Event:
    """Return an event with what the newest issue says of it.

    Moments are in UTC, which every calendar reads alike and shows in its owner's time zone: events do not repeat, so
    that there is no rule that would need a zone, and Outlook reads some definitions of zones otherwise than they are
    meant. An event without an end has none here either. Who made the file, and when, says the issue alone.
    """
    mention = occasion.newest
    event, issue = mention.event, mention.issue
    page = _page(mention, release)
    told = icalendar.Event()
    told.add("uid", str(_uid(occasion, release)))
    told.add("summary", one_line(event.title), parameters={"LANGUAGE": event.language})
    for name, moment in _moments(event):
        told.add(name, moment)
    if event.place:
        told.add("location", one_line(event.place))
    told.add("description", f"{one_line(release.publication.name)}: {one_line(issue.title)}\n{page}")
    told.add("url", page)
    told.add("transp", "TRANSPARENT" if event.all_day else "OPAQUE")
    told.add("dtstamp", issue.updated.astimezone(UTC))
    told.add("last-modified", issue.updated.astimezone(UTC))
    return told


def _uid(occasion: Occasion, release: Release) -> UUID:
    """Return what an event is known by: where it was first told of, whose address has its title, no time, no place.

    Source: RFC 7986, section 5.3: a UUID, and nothing that tells of its maker.
    """
    publication, first = release.publication, occasion.first
    address = first.address(publication.prefix(first.issue.language))
    return uuid5(NAMESPACE_URL, addresses.absolute(publication.base_url, address))


def _moments(event: Event) -> tuple[tuple[str, date | datetime], ...]:
    """Return when an event begins and ends; the end of whole days is the first day after them."""
    if event.all_day:
        return ("dtstart", event.start.date()), ("dtend", event.over().date())
    end = (("dtend", event.end.astimezone(UTC)),) if event.end else ()
    return ("dtstart", event.start.astimezone(UTC)), *end


def _page(mention: Mention, release: Release) -> str:
    """Return the address that tells more: the event's own link, or else its issue."""
    base_url = release.publication.base_url
    there = destination(mention, release)
    own = addresses.absolute(base_url, there.address, there.fragment) if there else mention.event.url
    return own or addresses.absolute(base_url, mention.issue.address)
