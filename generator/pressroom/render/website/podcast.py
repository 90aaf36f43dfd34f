"""The show and its episodes."""

from collections.abc import Iterator, Sequence

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.podcast import Episode, Show
from pressroom.model.web_page import WebPage
from pressroom.render.pictures import ImageTag
from pressroom.render.placing import place_in_site
from pressroom.render.website.cards import Card, Desk, Face, Link
from pressroom.render.website.catalogue import Catalogue
from pressroom.render.website.frame import Sheet, dress
from pressroom.render.website.players import Heard, Part, Player, heard, part, player
from pressroom.render.website.subscribing import Subscription, subscription
from pressroom.render.website.transcripts import Spoken, spoken
from pressroom.render.website.wording import Moment

ARTWORK = "(min-width: 75em) 374px, (min-width: 48em) 31vw, 180px"


class Season(Model):
    """The episodes of a season, newest first; without a title where the show has but one."""

    title: str
    episodes: tuple[Heard, ...]


class ShowMatter(Model):
    """What show.html shows."""

    spoken: str
    """The show's language, where it is not the page's."""

    author: str
    about: str
    count: str
    artwork: ImageTag | None
    seasons: tuple[Season, ...]
    subscription: Subscription


class EpisodeMatter(Model):
    """What episode.html shows."""

    spoken: str
    label: str
    date: Moment
    standfirst: str
    show: Link
    subscribe: Link
    artwork: ImageTag | None
    player: Player | None
    chapters: tuple[Part, ...]
    transcript: Spoken | None
    people: tuple[Face, ...]
    issue: Card | None
    older: Link | None
    newer: Link | None


def home(catalogues: Sequence[Catalogue]) -> Catalogue:
    """Return the language that the show's pages stand in: its own, where the site speaks it."""
    show = catalogues[0].show
    return next((each for each in catalogues if show and each.speaks(show.language)), catalogues[0])


def show(catalogue: Catalogue) -> WebPage:
    """Return the show's page."""
    show = _of(catalogue)
    desk = Desk(catalogue, places.PODCAST)
    sheet = Sheet(
        address=places.PODCAST,
        template="show.html",
        title=show.title,
        description=show.description,
        language=_chrome(catalogue, show),
        updated=show.episodes[0].updated if show.episodes else None,
        subject=show,
    )
    matter = ShowMatter(
        spoken=_spoken(catalogue, show),
        author=show.author,
        about=show.description,
        count=catalogue.wording.count("episodes", len(show.episodes)) if show.episodes else "",
        artwork=desk.image(show.artwork, "", ARTWORK),
        seasons=tuple(_seasons(desk, show)),
        subscription=subscription(desk, show),
    )
    return dress(catalogue, sheet, matter)


def _of(catalogue: Catalogue) -> Show:
    if catalogue.show is None:
        raise LookupError("readers of this site hear no show")
    return catalogue.show


def _seasons(desk: Desk, show: Show) -> Iterator[Season]:
    """Give the seasons, the newest first; a serial is told from its beginning."""
    told = show.episodes[::-1] if show.type == "serial" else show.episodes
    seasons: dict[int | None, list[Episode]] = {}
    for episode in told:
        seasons.setdefault(episode.season, []).append(episode)
    for number, episodes in seasons.items():
        title = _season(desk.catalogue, number, show) if len(seasons) > 1 else ""
        yield Season(title=title, episodes=tuple(entry for episode in episodes if (entry := heard(desk, episode))))


def _season(catalogue: Catalogue, number: int | None, show: Show) -> str:
    say = catalogue.wording.say
    return show.seasons.get(number) or say("season", number=number) if number else say("no_season")


def episode(catalogue: Catalogue, position: int) -> WebPage:
    """Return an episode's page."""
    show = _of(catalogue)
    episode = show.episodes[position]
    sheet = Sheet(
        address=episode.address,
        template="episode.html",
        title=episode.title,
        description=episode.summary or episode.prose.text,
        language=_chrome(catalogue, show),
        trail=((show.title, places.PODCAST),),
        updated=episode.updated,
        draft=catalogue.mark(episode),
        subject=episode,
    )
    content = place_in_site(episode, catalogue.release, episode.address)
    return dress(catalogue, sheet, _matter(catalogue, show, position), content)


def _matter(catalogue: Catalogue, show: Show, position: int) -> EpisodeMatter:
    episode, desk = show.episodes[position], Desk(catalogue, show.episodes[position].address)
    sound = player(desk, episode)
    older = show.episodes[position + 1] if position + 1 < len(show.episodes) else None
    issue = next(iter(catalogue.by_episode.get(episode.id, ())), None)
    return EpisodeMatter(
        spoken=_spoken(catalogue, show),
        label=desk.episode(episode).label,
        date=catalogue.wording.date(episode.date),
        standfirst=episode.summary,
        show=Link(title=show.title, href=desk.way(places.PODCAST)),
        subscribe=_subscribe(desk, show),
        artwork=desk.image(episode.image or show.artwork, "", ARTWORK),
        player=sound,
        chapters=tuple(part(desk, chapter, sound) for chapter in episode.chapters),
        transcript=_transcript(desk, episode, sound),
        people=desk.faces(episode.people),
        issue=desk.issue(issue) if issue else None,
        older=desk.neighbour(older),
        newer=desk.neighbour(show.episodes[position - 1] if position else None),
    )


def _subscribe(desk: Desk, show: Show) -> Link:
    title = desk.catalogue.wording.say("subscribe_to", show=show.title)
    return Link(title=title, href=f"{desk.way(places.PODCAST)}#subscribe")


def _transcript(desk: Desk, episode: Episode, sound: Player | None) -> Spoken | None:
    file = desk.way(places.transcript(episode.id))
    return spoken(episode.transcript.cues, sound, file) if episode.transcript else None


def _chrome(catalogue: Catalogue, show: Show) -> str:
    """Return the language of what surrounds the show: its own, where the site speaks it."""
    return show.language if catalogue.speaks(show.language) else catalogue.language


def _spoken(catalogue: Catalogue, show: Show) -> str:
    return "" if catalogue.speaks(show.language) else show.language
