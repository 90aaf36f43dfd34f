"""The front page, the list of all issues, and the page for an address that does not exist."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from pressroom.model import addresses as places
from pressroom.model.addresses import MISSING
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.web_page import WebPage
from pressroom.render.website import translations
from pressroom.render.website.cards import LEAD, Card, Desk, Link
from pressroom.render.website.catalogue import Catalogue, Piece
from pressroom.render.website.events import EventCard, Following, coming, following
from pressroom.render.website.frame import Sheet, dress
from pressroom.render.website.players import Heard, heard

EARLIER = 6
"""How many earlier issues the front page shows."""


class Home(Model):
    """What home.html shows."""

    issue: Card | None
    lead: Card | None
    stories: tuple[Card, ...]
    topics: tuple[Link, ...]
    """The headings of an issue that is one text."""

    episode: Heard | None
    events: tuple[EventCard, ...]
    """The soonest of those that are not over yet."""

    calendar: Following | None
    """The ways to have all events in one's own calendar; None where there never were any."""

    earlier: tuple[Card, ...]
    archive: str
    podcast: str


class Year(Model):
    """The issues, or the stories, of one year."""

    year: int
    cards: tuple[Card, ...]


class Archive(Model):
    """What archive.html shows."""

    years: tuple[Year, ...]


class Missing(Model):
    """What 404.html shows."""

    issue: Card | None
    archive: str


def home(catalogue: Catalogue, catalogues: Sequence[Catalogue]) -> WebPage:
    """Return a language's front page: the newest issue leads."""
    publication, address = catalogue.publication, places.home(catalogue.prefix)
    about = publication.description or catalogue.wording.say(
        "home_description", name=publication.name, organization=publication.organization
    )
    sheet = Sheet(
        address=address,
        template="home.html",
        title=publication.name,
        description=about,
        language=catalogue.language,
        translations=translations.of_home(catalogues),
        updated=last_change(catalogue),
    )
    return dress(catalogue, sheet, _home(catalogue, Desk(catalogue, address)))


def archive(catalogue: Catalogue, catalogues: Sequence[Catalogue]) -> WebPage:
    """Return the list of a language's issues, by year."""
    say, address = catalogue.wording.say, places.archive(catalogue.prefix)
    desk = Desk(catalogue, address)
    sheet = Sheet(
        address=address,
        template="archive.html",
        title=say("archive"),
        description=say("archive_description", name=catalogue.publication.name),
        language=catalogue.language,
        translations=translations.of_archive(catalogues),
        updated=last_change(catalogue),
    )
    years = groupby(catalogue.issues, key=lambda issue: catalogue.wording.year(issue.date))
    shelves = tuple(Year(year=year, cards=tuple(map(desk.issue, issues))) for year, issues in years)
    return dress(catalogue, sheet, Archive(years=shelves))


def missing(catalogue: Catalogue) -> WebPage:
    """Return the page that a server shows for an address that does not exist."""
    desk = Desk(catalogue, MISSING)
    say = catalogue.wording.say
    sheet = Sheet(
        address=MISSING,
        template=MISSING,
        title=say("missing"),
        description=say("missing_help"),
        language=catalogue.language,
    )
    newest = desk.issue(catalogue.issues[0]) if catalogue.issues else None
    return dress(catalogue, sheet, Missing(issue=newest, archive=desk.way(places.archive(catalogue.prefix))))


def last_change(catalogue: Catalogue) -> datetime | None:
    """Return when any issue of a language was changed last."""
    return max((issue.updated for issue in catalogue.issues), default=None)


def _home(catalogue: Catalogue, desk: Desk) -> Home:
    newest = next(iter(catalogue.issues), None)
    return Home(
        issue=desk.issue(newest) if newest else None,
        lead=_lead(desk, newest) if newest else None,
        stories=tuple(desk.story(Piece(story, newest)) for story in newest.stories[1:]) if newest else (),
        topics=desk.chapters(newest) if newest else (),
        episode=heard(desk, _episode(catalogue, newest)),
        events=coming(desk),
        calendar=following(desk),
        earlier=tuple(map(desk.issue, catalogue.issues[1 : 1 + EARLIER])),
        archive=desk.way(places.archive(catalogue.prefix)),
        podcast=desk.way(places.PODCAST) if catalogue.show else "",
    )


def _lead(desk: Desk, issue: Issue) -> Card:
    if issue.stories:
        return desk.lead(Piece(issue.stories[0], issue))
    return desk.issue(issue, LEAD).but(image=desk.cover(issue, LEAD))


def _episode(catalogue: Catalogue, newest: Issue | None) -> Episode | None:
    """Choose the episode of the month: the newest issue's, or else the newest."""
    chosen = catalogue.episode_of(newest) if newest else None
    return chosen or next(iter(catalogue.episodes), None)
