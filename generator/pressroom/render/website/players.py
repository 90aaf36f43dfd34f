"""An episode where it can be heard: its card, and what a player needs."""

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.podcast import Audio, Chapter, Episode
from pressroom.render.pictures import ImageTag
from pressroom.render.website.cards import Card, Desk
from pressroom.render.website.wording import clock

CHAPTER = "4rem"
"""How wide a chapter's picture is shown."""

COVER_WIDTH = 960
"""How wide, at least, the picture should be that a phone shows on its lock screen."""


class Player(Model):
    """What `<audio>` needs, what a reader wants to know before loading it, and what the script tells the device."""

    id: str
    """The episode's guid, by which a browser remembers how far it was heard."""

    title: str
    show: str
    cover: str
    """A picture for the device's own controls; empty where there is none."""

    src: str
    seconds: float
    length: str
    size: str


class Heard(Model):
    """An episode in a listing, with its player."""

    card: Card
    player: Player | None


class Part(Model):
    """A chapter, with a way into the sound."""

    title: str
    time: str
    seconds: float
    href: str
    """The sound from there on (W3C Media Fragments), so that it works without a script."""

    image: ImageTag | None
    more: str
    """An address that the chapter is about."""


def player(desk: Desk, episode: Episode) -> Player | None:
    """Return an episode's player; none where its sound could not be read."""
    audio, show, say = episode.audio, desk.catalogue.show, desk.catalogue.wording
    if audio is None:
        return None
    return Player(
        id=episode.guid,
        title=episode.title,
        show=show.title if show else "",
        cover=_cover(desk, episode),
        src=_source(desk, episode, audio),
        seconds=audio.duration,
        length=say.length(audio.duration),
        size=say.size(audio.bytes),
    )


def heard(desk: Desk, episode: Episode | None) -> Heard | None:
    """Return an episode with its player."""
    return Heard(card=desk.episode(episode), player=player(desk, episode)) if episode else None


def part(desk: Desk, chapter: Chapter, sound: Player | None) -> Part:
    """Return a chapter of a sound."""
    return Part(
        title=chapter.title,
        time=clock(chapter.start),
        seconds=chapter.start,
        href=moment_in(sound, chapter.start),
        image=desk.image(chapter.image, "", CHAPTER),
        more=chapter.url or "",
    )


def moment_in(sound: Player | None, seconds: float) -> str:
    """Return the address of a sound from a moment on (W3C Media Fragments URI 1.0, section 4.2.1)."""
    return f"{sound.src}#t={round(seconds, 3):.15g}" if sound else ""


def _source(desk: Desk, episode: Episode, audio: Audio) -> str:
    return desk.way(places.enclosure(episode.id, audio.path)) if audio.path else audio.url or ""


def _cover(desk: Desk, episode: Episode) -> str:
    show = desk.catalogue.show
    picture = episode.image or (show.artwork if show else None)
    if picture is None:
        return ""
    plain = picture.plain()
    return desk.way(next((variant for variant in plain if variant.width >= COVER_WIDTH), plain[-1]).address)
