"""Episodes: each folder in podcast/episodes/, with its sound, chapters and transcript."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from pressroom.load.beside import AUDIO, TRANSCRIPT, Mention, find
from pressroom.load.faults import fault
from pressroom.load.fields.base import shown
from pressroom.load.fields.podcast import EpisodeFields
from pressroom.load.issues import UNKNOWN_DATE
from pressroom.load.manuscripts import Manuscript, missing_manuscript, open_manuscript
from pressroom.load.media.audio import clock, load_audio
from pressroom.load.media.transcripts import SUFFIXES, load_transcript
from pressroom.load.names import fit_name
from pressroom.load.newsroom import Newsroom
from pressroom.model import addresses
from pressroom.model.finding import Fault
from pressroom.model.podcast import Audio, Chapter, Episode, Soundbite, Transcript
from pressroom.model.roots import EPISODES

FOLDER = EPISODES

_FACTS = ("audio_bytes", "audio_type", "duration")
"""What has to be said of a sound at an address, since it is not fetched."""

_Own = Manuscript[EpisodeFields]


def load_episode(room: Newsroom, folder: str) -> tuple[Episode]:
    """Return the episode in a folder."""
    episode_id = fit_name(PurePosixPath(folder).name, folder, room.content.notes)
    own = _open(room, folder)
    fields, path, address = own.fields, own.source.path, addresses.episode(episode_id)
    audio, date = _audio(room, own), fields.date or UNKNOWN_DATE
    room.content.notes.add(path, *_misplaced_chapters(own, audio), *_misplaced_soundbites(own, audio))
    episode = Episode(
        id=episode_id,
        address=address,
        title=fields.title or episode_id,
        guid=fields.guid or address,
        date=date,
        updated=fields.updated or date,
        audio=audio,
        season=fields.season,
        number=fields.number,
        type=fields.type or "full",
        summary=fields.summary or "",
        people=fields.people or (),
        roles=fields.roles or {},
        chapters=tuple(_chapters(room, own)),
        soundbites=tuple(
            Soundbite(start=bite.start or 0, duration=bite.duration or 0, title=bite.title or "")
            for bite in fields.soundbites or ()
        ),
        transcript=_transcript(room, own),
        image=room.picture(own.mention("image", fields.image)),
        explicit=fields.explicit,
        machine_made=fields.machine_made,
        draft=bool(fields.draft),
        prose=own.prose,
        pictures=room.illustrations(path, own.prose),
        source=own.source,
    )
    return (episode,)


def _open(room: Newsroom, folder: str) -> _Own:
    path = f"{folder}/episode.md"
    if path in room.content.tree.files:
        return open_manuscript(room, path, EpisodeFields)
    if not room.content.tree.is_refused(path):
        message = "This folder has no episode.md, so it is no episode."
        hint = "Add an episode.md, or delete the folder. To begin one: pressroom new episode ID FILE"
        room.content.notes.error("missing-text", folder, 1, message, hint)
    room.content.doubt(folder)
    return missing_manuscript(room, path, EpisodeFields)


def _audio(room: Newsroom, own: _Own) -> Audio | None:
    fields = own.fields
    wrong = tuple(_wrong_audio(own))
    room.content.notes.add(own.source.path, *wrong)
    if wrong:
        room.content.doubt(posixpath.dirname(own.source.path))
    if mention := own.mention("audio", fields.audio):
        return _audio_beside(room, mention)
    if fields.audio_url and fields.audio_bytes and fields.audio_type and fields.duration:
        return Audio(url=fields.audio_url, bytes=fields.audio_bytes, type=fields.audio_type, duration=fields.duration)
    return None


def _audio_beside(room: Newsroom, mention: Mention) -> Audio | None:
    path = find(room.content, mention, AUDIO)
    if path is None:
        return None
    name = PurePosixPath(path)
    fit_name(name.stem, path, room.content.notes, name.suffix)
    return load_audio(room.content, path, mention)


def _wrong_audio(own: _Own) -> Iterator[Fault]:
    """Give what is wrong with the way in which an episode says where its sound is."""
    fields, line = own.fields, own.source.line("audio_url")
    if fields.audio and fields.audio_url:
        message = "`audio` is a file beside the episode, `audio_url` one elsewhere; an episode has one sound."
        yield fault("audio-source", line, message, "Delete one of the two.")
    elif fields.audio_url:
        for name in _FACTS:
            if not getattr(fields, name) and not own.read.is_faulty(name):
                message = f"`{name}` is missing; the sound at audio_url is not fetched, so this is said here."
                yield fault("missing-field", line, message, f"Write: {shown(EpisodeFields, name)}")
    elif not fields.audio and not own.read.is_faulty("audio") and not own.read.is_faulty("audio_url"):
        hint = f"Put an MP3 or M4A file beside episode.md. Write: {shown(EpisodeFields, 'audio')}"
        yield fault("missing-field", 1, "`audio` is missing.", hint)


def _transcript(room: Newsroom, own: _Own) -> Transcript | None:
    mention = own.mention("transcript", own.fields.transcript)
    path = find(room.content, mention, TRANSCRIPT) if mention else None
    if path and not path.endswith(SUFFIXES):
        message = f"{PurePosixPath(path).name} is neither a WebVTT nor an SRT file, which say when something is said."
        hint = "Save it as WebVTT, under a name that ends in .vtt, or as SRT (.srt)."
        room.content.notes.error("transcript-type", own.source.path, own.source.line("transcript"), message, hint)
        return None
    return load_transcript(room.content, path) if path else None


def _chapters(room: Newsroom, own: _Own) -> Iterator[Chapter]:
    for position, fields in enumerate(own.fields.chapters or ()):
        yield Chapter(
            start=fields.start or 0,
            title=fields.title or "",
            url=fields.url,
            image=room.picture(own.mention(f"chapters.{position}.image", fields.image)),
            image_target=fields.image,
        )


def _misplaced_chapters(own: _Own, audio: Audio | None) -> Iterator[Fault]:
    """Give the chapters that are out of order, or after the end where that is known."""
    latest = -1.0
    for position, fields in enumerate(own.fields.chapters or ()):
        line, start = own.source.line(f"chapters.{position}.start"), fields.start or 0
        if start <= latest:
            message = f"The chapter “{fields.title}” does not begin after the one above it."
            yield fault("chapter-order", line, message, "Put the chapters in order, each with a start of its own.")
        elif audio and start >= audio.duration:
            end = clock(audio.duration)
            message = f"The chapter “{fields.title}” begins after the end of the sound, which is at {end}."
            yield fault("chapter-order", line, message, "Correct its start, or take the chapter out.")
        latest = max(latest, start)


def _misplaced_soundbites(own: _Own, audio: Audio | None) -> Iterator[Fault]:
    """Give the soundbites that are not inside the episode, as far as its length is known, or have no length."""
    for position, fields in enumerate(own.fields.soundbites or ()):
        line, start, lasts = own.source.line(f"soundbites.{position}"), fields.start or 0, fields.duration or 0
        if not lasts and not own.read.is_faulty(f"soundbites.{position}"):
            yield fault("soundbite", line, "A soundbite has no length.", "Write how long it lasts: duration: 30")
        elif audio and start + lasts > audio.duration:
            message = f"A soundbite ends after the end of the sound, which is at {clock(audio.duration)}."
            yield fault("soundbite", line, message, "Correct its start or its duration.")
