"""The podcast's nouns: the show, its episodes, and what was measured of their sound."""

from datetime import datetime
from typing import Literal

from pressroom.model.base import Model
from pressroom.model.picture import Picture
from pressroom.model.prose import Prose
from pressroom.model.source import Source


class Audio(Model):
    """A sound file: beside its episode, or at an address with recorded facts."""

    path: str | None = None
    """The file, relative to the publication's root; None where it is at an address."""

    url: str | None = None
    digest: str = ""
    """SHA-256 of the file, in hex; empty where it is at an address."""

    bytes: int
    type: Literal["audio/mpeg", "audio/x-m4a"]
    duration: float
    """Seconds."""


class Chapter(Model):
    """A part of an episode that a player can jump to."""

    start: float
    """Seconds from the beginning."""

    title: str
    url: str | None = None
    image: Picture | None = None
    image_target: str | None = None


class Cue(Model):
    """One line of a transcript."""

    start: float
    end: float
    speaker: str = ""
    text: str


class Transcript(Model):
    """What was said, with its times."""

    path: str
    data: bytes
    """The file as it is published: UTF-8, WebVTT (W3C), with line feeds."""

    cues: tuple[Cue, ...] = ()


class Episode(Model):
    """An episode of the show."""

    id: str
    address: str
    """Relative to the site's root, with a slash at its end: `podcast/2026-11-ask-the-coo/`."""

    title: str
    guid: str
    date: datetime
    updated: datetime
    audio: Audio | None
    """None only where the sound could not be read, which is a finding."""

    season: int | None = None
    number: int | None = None
    type: Literal["full", "trailer", "bonus"] = "full"
    summary: str = ""
    people: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    transcript: Transcript | None = None
    image: Picture | None = None
    explicit: bool | None = None
    """None where the show's own word holds."""

    draft: bool = False
    prose: Prose
    """The show notes."""

    pictures: tuple[Picture | None, ...] = ()
    source: Source

    def is_held(self) -> bool:
        """Tell whether listeners may not hear it yet."""
        return self.draft


class Show(Model):
    """The podcast that the episodes belong to."""

    title: str
    description: str
    author: str
    categories: tuple[str, ...]
    """Apple's names, the first counts: `Business > Management`."""

    artwork: Picture | None
    """None only where it could not be read, which is a finding."""

    guid: str
    language: str
    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    owner_email: str = ""
    locked: bool = True
    access: Literal["open", "private"] = "open"
    episodes: tuple[Episode, ...] = ()
    """Newest first."""

    source: Source

    def episode(self, episode_id: str | None) -> Episode | None:
        """Return the episode with an id, if there is one."""
        return next((episode for episode in self.episodes if episode.id == episode_id), None)
