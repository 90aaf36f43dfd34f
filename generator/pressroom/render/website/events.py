"""Events in a listing: a day that can be seen from afar, then when exactly, what and where."""

from itertools import islice
from urllib.parse import urlsplit

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.programme import Mention
from pressroom.render import languages
from pressroom.render.addresses import absolute
from pressroom.render.events import destination, soonest_first, when
from pressroom.render.placing import site_channel
from pressroom.render.website.cards import Desk

SOONEST = 6
"""How many events the front page shows."""


class EventCard(Model):
    """An event in a listing."""

    title: str
    language: str
    """Set where it differs from the page's."""

    day: str
    month: str
    iso: str
    """When it begins, as `<time datetime>` has it."""

    when: str
    """`Tuesday, 19:00–21:00`, `16–28 Nov`."""

    place: str
    href: str
    """More about it; empty where there is no more."""

    target_language: str
    """The language of what is there, where it differs from the page's."""

    file: str
    """The file that puts it into a calendar."""

    draft: str


class Following(Model):
    """The ways to have every event in one's own calendar."""

    href: str
    """The calendar's file."""

    subscribe: str
    """An address that calendar programs subscribe to; empty behind a sign-on, where they cannot enter."""


def coming(desk: Desk) -> tuple[EventCard, ...]:
    """Return the next events that are not over, soonest first, as the newest issues tell of them."""
    catalogue = desk.catalogue
    soonest = islice(catalogue.programme.coming(catalogue.release.now), SOONEST)
    return tuple(_card(desk, occasion.newest) for occasion in soonest)


def told(desk: Desk, issue: Issue) -> tuple[EventCard, ...]:
    """Return the events that an issue tells of, soonest first."""
    return tuple(_card(desk, Mention(event=event, issue=issue)) for event in soonest_first(issue.events))


def following(desk: Desk) -> Following | None:
    """Return the ways to the calendar; none where there are no events."""
    catalogue, publication = desk.catalogue, desk.catalogue.publication
    if not catalogue.programme.occasions:
        return None
    address = places.calendar(catalogue.prefix)
    subscribed = urlsplit(absolute(publication.base_url, address))._replace(scheme="webcal").geturl()
    return Following(href=desk.way(address), subscribe="" if publication.behind_wall else subscribed)


def _card(desk: Desk, mention: Mention) -> EventCard:
    catalogue, event = desk.catalogue, mention.event
    locale = catalogue.wording.locale
    there = destination(mention, catalogue.release)
    page = site_channel(desk.page).page
    return EventCard(
        title=event.title,
        language=_foreign(desk, event.language),
        day=languages.day_of_month(event.start, locale),
        month=languages.short_month(event.start, locale),
        iso=event.start.date().isoformat() if event.all_day else event.start.isoformat(timespec="minutes"),
        when=when(event, locale),
        place=event.place,
        href=page(there.address, there.fragment) if there else event.url,
        target_language=_foreign(desk, there.language) if there else "",
        file=desk.way(mention.address(catalogue.prefix)),
        draft=catalogue.mark(mention.issue),
    )


def _foreign(desk: Desk, language: str) -> str:
    return "" if not language or desk.catalogue.speaks(language) else language
