"""The files that a show and an episode begin with."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from pressroom.desk.scaffolds.filling import NO_ANSWERS, Answers, counted, fill, quoted, remarked
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load.episodes import FOLDER
from pressroom.load.fields.podcast import EpisodeFields, ShowFields
from pressroom.load.podcast import PATH
from pressroom.model import addresses
from pressroom.model.base import Model

NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""In which shows are named after their feeds.

Source: https://podcasting2.org/docs/podcast-namespace/tags/guid
"""


_ARTWORK = "artwork.jpg"


class Beginning(Model):
    """What is known of an episode before anybody has written a word about it."""

    id: str
    sound: Path
    """Where its sound is now, made ready."""

    audio: str
    """The name that it gets beside its episode."""

    guid: UUID
    day: date
    season: int | None = None
    number: int | None = None
    chapters: tuple[tuple[float, str], ...] = ()
    """When each begins, in seconds, and what it is called."""


def show(base_url: str, author: str, language: str, answers: Answers = NO_ANSWERS) -> Scaffold:
    """Return the file of a show, whose guid is made of its feed's address."""
    maker = str(answers.get("author", author))
    picture = str(answers.get("artwork", _ARTWORK))
    values = {"guid": str(show_guid(base_url)), "author": quoted(maker), "language": language, "artwork": picture}
    return Scaffold(texts={PATH: fill("show.yml", ShowFields, values, answers)})


def show_guid(base_url: str) -> UUID:
    """Return the guid of the show whose feed stands below `base_url`."""
    parts = urlsplit(base_url)
    return uuid5(NAMESPACE, f"{parts.netloc}{parts.path.rstrip('/')}/{addresses.feed(addresses.PODCAST)}")


def episode(beginning: Beginning, answers: Answers = NO_ANSWERS) -> Scaffold:
    """Return the folder of an episode, with a copy of its sound."""
    values = {
        "guid": str(beginning.guid),
        "date": beginning.day.isoformat(),
        "audio": beginning.audio,
        "season": counted("season", beginning.season),
        "number": counted("number", beginning.number),
        "chapters": _chapters(beginning.chapters),
    }
    folder = f"{FOLDER}/{beginning.id}"
    text = fill("episode.md", EpisodeFields, values, answers)
    return Scaffold(texts={f"{folder}/episode.md": text}, copies={f"{folder}/{beginning.audio}": beginning.sound})


def _chapters(chapters: Sequence[tuple[float, str]]) -> str:
    """Return the chapters as YAML; as a proposal behind a # where there are none."""
    if not chapters:
        return remarked(EpisodeFields, "chapters")
    lines = (f'  - start: "{_clock(start)}"\n    title: {quoted(title)}' for start, title in chapters)
    return "\n".join(["chapters:", *lines])


def _clock(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    fraction = f".{thousandths:03}" if thousandths else ""
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}{fraction}"
