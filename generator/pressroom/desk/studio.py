"""The studio: a recording goes in, and the file of an episode comes out, made ready and labelled."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pressroom import ffmpeg
from pressroom.build.covers import pictures
from pressroom.desk import known
from pressroom.desk.mastering import Master, master
from pressroom.desk.recording import Recording, open_recording
from pressroom.errors import UsageWrong
from pressroom.load.media.headers import picture_kind
from pressroom.load.media.measuring import measure
from pressroom.load.podcast import PATH as SHOW
from pressroom.model.label import Label, LabelledChapter, spans
from pressroom.model.picture import LARGEST_FILE, Picture
from pressroom.model.podcast import Loudness
from pressroom.plain import read_plain
from pressroom.render.podcast import id3
from pressroom.store import Store

_PLAYED = (".mp3", ".m4a")

_Chapters = tuple[tuple[float, str], ...]


class Session(NamedTuple):
    """What is known of the episode."""

    id: str
    day: date
    season: int | None
    number: int | None


class Made(NamedTuple):
    """An episode's file, and the chapters that the recording had."""

    path: Path
    chapters: _Chapters
    cut: float = 0
    """Seconds that were cut off at the beginning."""


def make(root: Path, sound: Path, session: Session, folder: Path, tell: Callable[[str], None]) -> Made:
    """Make an episode's file in a folder; `tell` hears what is done and what was heard.

    Raises:
        UsageWrong: there is no sound in it that could be read, or nothing here that could convert it.

    """
    program = ffmpeg.find()
    if program is None:
        return _as_it_is(sound, tell)
    tell(f"Listening to {sound.name} …")
    recording = open_recording(program, sound)
    bare = folder / "bare.mp3"
    mastered = master(program, recording, bare)
    chapters = _chapters(recording, mastered)
    made = folder / "labelled.mp3"
    made.write_bytes(_label(root, session, recording, chapters, mastered.after.duration) + bare.read_bytes())
    tell(told(mastered))
    return Made(made, chapters, mastered.cut)


def told(mastered: Master) -> str:
    """Say what was heard and what was made of it, in plain words."""
    before, after = mastered.before, mastered.after
    if before.integrated is None:
        return "Nothing can be heard in it. It was made an MP3 all the same; listen to it before you go on."
    made = f"{_clock(after.duration)}, {_side(mastered)}, {_level(after)}"
    if mastered.copied:
        return f"It is right as it was: {made}."
    parts = [f"Made an MP3: {made}; the recording had {_level(before)}"]
    if (silence := before.duration - after.duration) > 0.1:
        parts.append(f"{silence:.1f} seconds of silence were cut off")
    return "; ".join(parts) + "."


def _side(mastered: Master) -> str:
    """Say whether it is mono, and why where the recording was not."""
    if mastered.copied:
        return "mono" if mastered.after.channels == 1 else "stereo"
    return {
        "twin": "mono (both sides of the recording say the same)",
        "left": "mono (the recording is silent on its right side)",
        "right": "mono (the recording is silent on its left side)",
    }.get(mastered.sides.kind, mastered.sides.kind)


def _as_it_is(sound: Path, tell: Callable[[str], None]) -> Made:
    if sound.suffix.lower() not in _PLAYED:
        message = f"{sound.name} is neither MP3 nor M4A, and there is no ffmpeg here that could make an MP3 of it."
        raise UsageWrong(message, "Install ffmpeg, or export it as MP3: 64 kbit/s mono is good for speech.")
    tell("There is no ffmpeg here, so the sound is taken as it is.")
    return Made(sound, ())


def _chapters(recording: Recording, mastered: Master) -> _Chapters:
    """Return the recording's chapters, as much earlier as was cut off; those that begin after the end are left out."""
    moved = ((max(mark.start - mastered.cut, 0.0), mark.title) for mark in recording.marks)
    within = {round(start, 3): title for start, title in moved if start < mastered.after.duration}
    return tuple(sorted(within.items()))


def _label(root: Path, session: Session, recording: Recording, chapters: _Chapters, duration: float) -> bytes:
    """Return the tag: what is known by now. What is published gets one of its own, out of episode.md."""
    show = known.show(root)
    times = spans([start for start, _ in chapters], duration)
    label = Label(
        title=recording.title or session.id,
        show=show.title or "",
        people=show.author or "",
        publisher=show.author or "",
        day=session.day.isoformat(),
        season=session.season,
        number=session.number,
        cover=_cover(root, show.artwork),
        chapters=tuple(
            LabelledChapter.between(*span, title=title) for (_, title), span in zip(chapters, times, strict=True)
        ),
    )
    return id3.write(label, pictures(root, label, Store(None)))


def _cover(root: Path, artwork: str | None) -> Picture | None:
    """Return the show's artwork, if there is one that can be opened; what is wrong with it is for `check` to tell."""
    path = Path(SHOW).with_name(Path(artwork).name) if artwork else None
    data = (read_plain(root / path, LARGEST_FILE) if path else None) or b""
    kind = picture_kind(data)
    facts = measure(data, kind) if kind in {"jpeg", "png"} else None
    if kind is None or facts is None or facts.fault:
        return None
    return Picture(
        path=str(path), digest=sha256(data).hexdigest(), format=kind, **facts.as_dict("fault", "mode", "focus")
    )


def _level(loudness: Loudness) -> str:
    return f"{loudness.integrated:.1f} LUFS, peak {loudness.peak:+.1f} dBTP".replace("-", "−")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"
