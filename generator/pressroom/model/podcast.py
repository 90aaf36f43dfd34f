"""The podcast's nouns: the show, its episodes, and what was measured of their sound."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pressroom.model.base import Model
from pressroom.model.label import Label
from pressroom.model.picture import Picture
from pressroom.model.prose import Prose
from pressroom.model.source import Source
from pressroom.model.subscriber import Subscribers

STEREO_TARGET, MONO_TARGET = -16, -19
"""LUFS, within 1 (Apple, AES TD1008)."""

HIGHEST_PEAK = -1.0
"""dBTP, so that the decoders of apps have room."""


ROLES: Mapping[str, str] = {
    **dict.fromkeys(("host", "co-host", "guest host", "guest", "narrator", "reporter", "voice actor"), "cast"),
    **dict.fromkeys(("author", "writer", "story editor", "script editor"), "writing"),
    **dict.fromkeys(("researcher", "fact checker", "translator", "transcriber"), "writing"),
    **dict.fromkeys(("director", "executive producer", "producer"), "creative direction"),
    **dict.fromkeys(("audio engineer", "studio coordinator"), "audio production"),
    **dict.fromkeys(("audio editor", "sound designer", "composer", "music production"), "audio post-production"),
    "consultant": "misc.",
}
"""From what somebody does to the group that it belongs to, both as the Podcast Taxonomy has them."""

FREQUENCIES: Mapping[str, str] = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "every two weeks": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "every two months": "FREQ=MONTHLY;INTERVAL=2",
    "every three months": "FREQ=MONTHLY;INTERVAL=3",
    "yearly": "FREQ=YEARLY",
}
"""From how often something happens to its rule (RFC 5545 §3.3.10)."""


class Audio(Model):
    """A sound file: beside its episode, or at an address with recorded facts."""

    path: str | None = None
    """The file, relative to the publication's root; None where it is at an address."""

    url: str | None = None
    digest: str = ""
    """SHA-256 of the file, in hex; empty where it is at an address."""

    bytes: int
    """As it is published."""

    type: Literal["audio/mpeg", "audio/x-m4a"]
    duration: float
    """Seconds."""

    start: int = 0
    """Bytes of the file before its sound begins: the tag that it has."""

    has_chapters: bool = False
    """Whether that tag has chapters."""

    label: Label | None = None
    """What it is published with in place of that tag; None where it is published as it lies."""


class Loudness(Model):
    """How a sound sounds, as EBU R 128 measures it."""

    integrated: float | None
    """LUFS over the whole of it; None where nothing can be heard."""

    peak: float
    """The true peak, in dBTP; at 0 and above it distorts."""

    channels: int
    duration: float
    """Seconds."""

    lead: float = 0
    """Seconds before anything can be heard."""

    tail: float = 0
    """Seconds after the last that can be heard."""

    pause: float = 0
    """Seconds of the longest silence between."""

    pause_at: float = 0
    """Where that silence begins, in seconds."""

    @property
    def target(self) -> int:
        """The LUFS that podcast apps expect: as mono is played by two speakers, it is to be 3 lower."""
        return MONO_TARGET if self.channels == 1 else STEREO_TARGET


class Chapter(Model):
    """A part of an episode that a player can jump to."""

    start: float
    """Seconds from the beginning."""

    title: str
    url: str | None = None
    image: Picture | None = None
    image_target: str | None = None


class Soundbite(Model):
    """A part of an episode that stands for the whole of it."""

    start: float
    """Seconds from the beginning."""

    duration: float
    """Seconds."""

    title: str = ""


class Cue(Model):
    """One line of a transcript."""

    start: float
    end: float
    speaker: str = ""
    text: str


class Transcript(Model):
    """What was said, with its times."""

    path: str
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
    roles: Mapping[str, str] = {}
    """From a person's id to what they do in this episode; a host of the show, or else a guest, needs none."""

    chapters: tuple[Chapter, ...] = ()
    soundbites: tuple[Soundbite, ...] = ()
    transcript: Transcript | None = None
    image: Picture | None = None
    explicit: bool | None = None
    """None where the show's own word holds."""

    machine_made: bool | None = None
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
    hosts: tuple[str, ...] = ()
    seasons: Mapping[int, str] = {}
    """From a season's number to its name."""

    frequency: str = ""
    """How often there is a new episode, as a key of FREQUENCIES."""

    machine_made: bool = False
    """Whether a machine has made what is said, or says it."""

    moved_to: str = ""
    """Where its feed is from now on, if it has moved."""

    owner_email: str = ""
    locked: bool = True
    access: Literal["open", "private"] = "open"
    subscribers: Subscribers = Subscribers()
    """Who may hear it, where it is private."""

    episodes: tuple[Episode, ...] = ()
    """Newest first."""

    source: Source

    def episode(self, episode_id: str | None) -> Episode | None:
        """Return the episode with an id, if there is one."""
        return next((episode for episode in self.episodes if episode.id == episode_id), None)
