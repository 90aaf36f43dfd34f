"""The show and its episodes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pressroom.model import addresses as places
from pressroom.model.artifact import WebPage
from pressroom.model.base import Model
from pressroom.model.podcast import Chapter, Cue, Show
from pressroom.render.pictures import ImageTag
from pressroom.render.placing import place_in_site
from pressroom.render.website.cards import Desk, Face, Link
from pressroom.render.website.catalogue import Catalogue
from pressroom.render.website.frame import Sheet, dress
from pressroom.render.website.players import Heard, Player, heard, player
from pressroom.render.website.wording import Moment, clock

ARTWORK = "(min-width: 60em) 16rem, 50vw"


class ShowMatter(Model):
    """What show.html shows."""

    spoken: str
    """The show's language, where it is not the page's."""

    author: str
    about: str
    artwork: ImageTag | None
    episodes: tuple[Heard, ...]


class Part(Model):
    """A chapter, with a way into the sound."""

    title: str
    time: str
    seconds: float
    href: str
    """The sound from there on (W3C Media Fragments), so that it works without a script."""

    more: str
    """An address that the chapter is about."""


class Turn(Model):
    """What one person said until another spoke."""

    speaker: str
    time: str
    seconds: float
    lines: tuple[str, ...]


class EpisodeMatter(Model):
    """What episode.html shows."""

    spoken: str
    label: str
    date: Moment
    standfirst: str
    show: Link
    artwork: ImageTag | None
    player: Player | None
    chapters: tuple[Part, ...]
    transcript: tuple[Turn, ...]
    transcript_file: str
    people: tuple[Face, ...]
    issue: Link | None
    older: Link | None
    newer: Link | None


def pages(catalogues: Sequence[Catalogue]) -> Iterator[WebPage]:
    """Give the show's page and its episodes', where readers of the site may hear it."""
    show = catalogues[0].show
    if show is None:
        return
    catalogue = next((each for each in catalogues if each.speaks(show.language)), catalogues[0])
    yield _show(catalogue, show)
    for position in range(len(show.episodes)):
        yield _episode(catalogue, show, position)


def _show(catalogue: Catalogue, show: Show) -> WebPage:
    desk = Desk(catalogue, places.PODCAST)
    sheet = Sheet(
        address=places.PODCAST,
        template="show.html",
        title=show.title,
        description=show.description,
        language=_chrome(catalogue, show),
        updated=show.episodes[0].updated if show.episodes else None,
    )
    matter = ShowMatter(
        spoken=_spoken(catalogue, show),
        author=show.author,
        about=show.description,
        artwork=desk.image(show.artwork, "", ARTWORK),
        episodes=tuple(entry for episode in show.episodes if (entry := heard(desk, episode))),
    )
    return dress(catalogue, sheet, matter)


def _episode(catalogue: Catalogue, show: Show, position: int) -> WebPage:
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
    )
    content = place_in_site(episode, catalogue.release, episode.address)
    return dress(catalogue, sheet, _matter(catalogue, show, position), content)


def _matter(catalogue: Catalogue, show: Show, position: int) -> EpisodeMatter:
    episode, desk = show.episodes[position], Desk(catalogue, show.episodes[position].address)
    sound = player(desk, episode)
    older = show.episodes[position + 1] if position + 1 < len(show.episodes) else None
    return EpisodeMatter(
        spoken=_spoken(catalogue, show),
        label=desk.episode(episode).label,
        date=catalogue.wording.date(episode.date),
        standfirst=episode.summary,
        show=Link(title=show.title, href=desk.way(places.PODCAST)),
        artwork=desk.image(episode.image or show.artwork, "", ARTWORK),
        player=sound,
        chapters=tuple(_part(chapter, sound) for chapter in episode.chapters),
        transcript=_turns(episode.transcript.cues) if episode.transcript else (),
        transcript_file=desk.way(places.transcript(episode.id)) if episode.transcript else "",
        people=desk.faces(episode.people),
        issue=desk.neighbour(next((issue for issue in catalogue.issues if issue.episode == episode.id), None)),
        older=desk.neighbour(older),
        newer=desk.neighbour(show.episodes[position - 1] if position else None),
    )


def _part(chapter: Chapter, sound: Player | None) -> Part:
    href = f"{sound.src}#t={chapter.start:g}" if sound else ""
    more = chapter.url if chapter.url and chapter.url.startswith(("https://", "http://")) else ""
    return Part(title=chapter.title, time=clock(chapter.start), seconds=chapter.start, href=href, more=more)


def _turns(cues: Sequence[Cue]) -> tuple[Turn, ...]:
    turns = ((speaker, tuple(said)) for speaker, said in groupby(cues, key=lambda cue: cue.speaker))
    return tuple(
        Turn(speaker=speaker, time=clock(said[0].start), seconds=said[0].start, lines=tuple(cue.text for cue in said))
        for speaker, said in turns
    )


def _chrome(catalogue: Catalogue, show: Show) -> str:
    """Return the language of what surrounds the show: its own, where the site speaks it."""
    return show.language if catalogue.speaks(show.language) else catalogue.language


def _spoken(catalogue: Catalogue, show: Show) -> str:
    return "" if catalogue.speaks(show.language) else show.language
