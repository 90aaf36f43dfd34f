"""The events that a message tells of: those of its issue that are not over when it appears."""

from pressroom.model import addresses as site
from pressroom.model.issue import Issue
from pressroom.model.programme import Mention
from pressroom.model.release import Release
from pressroom.render import languages
from pressroom.render.addresses import absolute
from pressroom.render.characters import cut
from pressroom.render.events import date_and_time, destination, soonest_first, when
from pressroom.render.languages import locale_of
from pressroom.render.newsletter.ascii_addresses import as_uri
from pressroom.render.newsletter.contents import Dates, Happening
from pressroom.render.newsletter.extent import Extent
from pressroom.render.newsletter.wording import Wording, direction


def dates(issue: Issue, release: Release, wording: Wording, extent: Extent) -> Dates | None:
    """Return the events of an issue for its message; None where there are none ahead."""
    ahead = [event for event in soonest_first(issue.events) if event.over() > issue.appears()]
    if not ahead:
        return None
    shown = ahead[: extent.events]
    publication = release.publication
    calendar = site.calendar(publication.prefix(issue.language))
    return Dates(
        events=tuple(_happening(Mention(event=event, issue=issue), release, wording, extent) for event in shown),
        left_out=len(ahead) - len(shown),
        calendar=absolute(publication.base_url, calendar),
    )


def _happening(mention: Mention, release: Release, wording: Wording, extent: Extent) -> Happening:
    event, locale = mention.event, locale_of(wording.language)
    publication = release.publication
    foreign = event.language != mention.issue.language
    return Happening(
        title=cut(event.title, extent.words),
        language=event.language if foreign else "",
        direction=direction(event.language),
        day=languages.day_of_month(event.start, locale),
        month=languages.short_month(event.start, locale),
        when=_begun(when(event, locale)),
        date=_begun(date_and_time(event, locale)),
        place=cut(event.place, extent.words),
        address=_address(mention, release),
        file=absolute(publication.base_url, mention.address(publication.prefix(mention.issue.language))),
    )


def _begun(words: str) -> str:
    """Return words as they begin a line: many languages write the names of days small."""
    return words[:1].upper() + words[1:]


def _address(mention: Mention, release: Release) -> str:
    there, event = destination(mention, release), mention.event
    if there:
        return absolute(release.publication.base_url, there.address, there.fragment)
    return as_uri(event.url) if event.url else ""
