"""The show and its episodes: what show.yml and episode.md may say."""

from typing import Annotated, Literal

from pressroom.load.fields.addresses import Email, Url
from pressroom.load.fields.base import Fields, Several, optional, required
from pressroom.load.fields.choices import Category, each_of, one_of
from pressroom.load.fields.locales import Language
from pressroom.load.fields.moments import Moment, Seconds
from pressroom.load.fields.numbers import Flag, Size, Whole
from pressroom.load.fields.texts import Guid, Line, Paragraphs, Words
from pressroom.model.podcast import FREQUENCIES, ROLES


class ShowFields(Fields):
    """The show, in podcast/show.yml."""

    title: Line | None = required("What the show is called.", "Between Harbours")
    description: Paragraphs | None = required("What it is about.", "The people who keep the ferries running.")
    author: Line | None = required("Who makes it.", "Lantern Line")
    category: Several[Category] | None = required("One of Apple's categories, or several.", "Business > Management")
    artwork: Line | None = required("A square picture beside show.yml, 1400 to 3000 pixels.", "artwork.jpg")
    guid: Guid | None = required(
        "Its identity, made once by `pressroom new show`; it never changes.", "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )
    language: Language | None = optional("The language that is spoken; else the newsletter's.", "en")
    explicit: Flag | None = optional("Whether it has strong language; false is the default.", "false")
    type: Annotated[Literal["episodic", "serial"] | None, one_of("episodic", "serial")] = optional(
        "Whether the newest episode comes first (episodic, the default) or the oldest.", "episodic"
    )
    hosts: Several[Line] | None = optional(
        "Who is heard in most episodes; ids of `people` in publication.yml. All others are guests.", "[ada]"
    )
    seasons: dict[str, Line] | None = optional(
        "The names of the seasons, by their numbers, if they have names.", "\n  1: Before the new ship"
    )
    frequency: Annotated[str | None, one_of(*FREQUENCIES)] = optional("How often there is an episode.", "monthly")
    machine_made: Flag | None = optional(
        "Whether the words or voices are made by a machine; apps tell their listeners.", "true"
    )
    moved_to: Url | None = optional(
        "Where the show's feed is from now on, if it has moved; apps follow.",
        "https://news.example.com/podcast/feed.xml",
    )
    owner_email: Email | None = optional("Where podcast directories can write to.", "podcast@example.com")
    locked: Flag | None = optional("Whether other platforms may take it over; true, the default, says no.", "true")
    access: Annotated[Literal["open", "private"] | None, one_of("open", "private")] = optional(
        "Whether there is one feed for all (open, the default) or one for each listener.", "open"
    )


class ChapterFields(Fields):
    """A part of an episode."""

    start: Seconds | None = required("When it begins: seconds, M:SS or H:MM:SS.", '"1:23"')
    title: Line | None = required("What it is called.", "The storm")
    url: Url | None = optional("An address that belongs to it.", "https://intranet.example.com/storm")
    image: Line | None = optional("A picture that belongs to it, beside episode.md.", "storm.jpg")


class SoundbiteFields(Fields):
    """A part of an episode that apps may play to those who do not know it yet."""

    start: Seconds | None = required("When it begins: seconds, M:SS or H:MM:SS.", '"1:02"')
    duration: Seconds | None = required("How long it lasts; 15 to 120 seconds are best.", "30")
    title: Line | None = optional("What it is about.", "Who has the key to the biscuits")


class EpisodeFields(Fields):
    """An episode, in episode.md."""

    title: Line | None = required("What the episode is called, without its number.", "Ask the captain")
    guid: Guid | None = required(
        "Its identity, made once by `pressroom new episode`; it never changes.", "7f4e5e0c-6a52-4a54-9b0e-2d3c8c1a6f10"
    )
    date: Moment | None = required("The day that it comes out; with or without a time.", "2026-11-19")
    audio: Line | None = optional("The sound, an MP3 or M4A file beside episode.md.", "ask-the-captain.mp3")
    audio_url: Url | None = optional(
        "Where the sound lies, if it is not beside episode.md.", "https://media.example.com/47.mp3"
    )
    audio_bytes: Size | None = optional("The size of the sound at audio_url, in bytes.", "18250112")
    audio_type: Annotated[Literal["audio/mpeg", "audio/x-m4a"] | None, one_of("audio/mpeg", "audio/x-m4a")] = optional(
        "The kind of the sound at audio_url.", "audio/mpeg"
    )
    duration: Seconds | None = optional("The length of the sound at audio_url.", '"25:31"')
    season: Whole | None = optional("Its season.", "2026")
    number: Whole | None = optional("Its number in the season.", "4")
    type: Annotated[Literal["full", "trailer", "bonus"] | None, one_of("full", "trailer", "bonus")] = optional(
        "What it is; full is the default.", "full"
    )
    summary: Words | None = optional("The episode in a sentence or two.", "Captain Ashworth on her new ship.")
    people: Several[Line] | None = optional("Who speaks; ids of `people` in publication.yml.", "[ada]")
    roles: dict[str, Annotated[str, each_of(*ROLES)]] | None = optional(
        "What they do in it, where they are neither host nor guest: "
        + ", ".join(role for role in ROLES if role not in {"host", "guest"})
        + ".",
        "\n  bram: narrator",
    )
    chapters: tuple[ChapterFields, ...] | None = optional(
        "Its parts, in order.", '\n  - start: "0:00"\n    title: Welcome'
    )
    soundbites: tuple[SoundbiteFields, ...] | None = optional(
        "Parts of it that make others want to hear the rest.", '\n  - start: "1:02"\n    duration: 30'
    )
    transcript: Line | None = optional("What is said, a WebVTT or SRT file beside episode.md.", "transcript.vtt")
    image: Line | None = optional("Its own artwork, beside episode.md.", "captain.jpg")
    explicit: Flag | None = optional("Whether it has strong language; else as the show.", "false")
    machine_made: Flag | None = optional(
        "Whether its words or voices are made by a machine; else as the show.", "false"
    )
    draft: Flag | None = optional("Whether it is held back until this line is gone.", "true")
    updated: Moment | None = optional("When it was last changed in substance; else its date.", "2026-11-23")
