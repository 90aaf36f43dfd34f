"""An episode where it can be heard: its card, and what the browser's own player needs."""

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.podcast import Episode
from pressroom.render.website.cards import Card, Desk


class Player(Model):
    """What `<audio>` needs, and what a reader wants to know before loading it."""

    src: str
    length: str
    size: str


class Heard(Model):
    """An episode in a listing, with its player."""

    card: Card
    player: Player | None


def player(desk: Desk, episode: Episode) -> Player | None:
    """Return an episode's player; none where its sound could not be read."""
    audio = episode.audio
    if audio is None:
        return None
    src = desk.way(places.enclosure(episode.id, audio.path)) if audio.path else audio.url or ""
    say = desk.catalogue.wording
    return Player(src=src, length=say.length(audio.duration), size=say.size(audio.bytes))


def heard(desk: Desk, episode: Episode | None) -> Heard | None:
    """Return an episode with its player."""
    return Heard(card=desk.episode(episode), player=player(desk, episode)) if episode else None
