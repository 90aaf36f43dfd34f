"""What the publication has already, for proposals: read lightly, since its faults are for `check` to tell."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import TypeVar

from pressroom.load import episodes, issues, plain_yaml, podcast, text
from pressroom.load.content import LARGEST_TEXT
from pressroom.load.fields.base import Fields
from pressroom.load.fields.newsletter import IssueFields
from pressroom.load.fields.podcast import EpisodeFields, ShowFields
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import read
from pressroom.load.publication import PATH as PUBLICATION
from pressroom.plain import read_plain

SHOW = podcast.PATH

F = TypeVar("F", bound=Fields)


def publication(root: Path) -> PublicationFields:
    """Return what publication.yml says, as far as it can be understood."""
    return _fields(PublicationFields, _read(root / PUBLICATION))


def show(root: Path) -> ShowFields:
    """Return what show.yml says, as far as it can be understood."""
    return _fields(ShowFields, _read(root / SHOW))


def issue_ids(root: Path) -> list[str]:
    """Return the ids of the issues that there are."""
    return sorted(path.parent.name for path in (root / issues.FOLDER).glob("*/issue.md"))


def episode_ids(root: Path) -> list[str]:
    """Return the ids of the episodes that there are."""
    return sorted(path.parent.name for path in (root / episodes.FOLDER).glob("*/episode.md"))


def episode(root: Path, episode_id: str) -> EpisodeFields:
    """Return what an episode's episode.md says, as far as it can be understood."""
    return _fields(EpisodeFields, text.split(_read(root / episodes.FOLDER / episode_id / "episode.md")).front)


def next_issue(root: Path) -> int | None:
    """Return the number that the next issue has; None where issues are not counted."""
    begun = list(_front_matters(root / issues.FOLDER, "issue.md", IssueFields))
    return _next((issue.number for issue in begun), begun=bool(begun))


def next_episode(root: Path) -> tuple[int | None, int | None]:
    """Return the season and number that come next, the last season going on; None where they are not used."""
    begun = list(_front_matters(root / episodes.FOLDER, "episode.md", EpisodeFields))
    season = max(filter(None, (episode.season for episode in begun)), default=None)
    numbers = (episode.number for episode in begun if episode.season == season)
    return season, _next(numbers, begun=bool(begun))


def _next(numbers: Iterable[int | None], *, begun: bool) -> int | None:
    last = max(filter(None, numbers), default=None)
    return last + 1 if last else None if begun else 1


def _front_matters(folder: Path, name: str, model: type[F]) -> Iterator[F]:
    for path in sorted(folder.glob(f"*/{name}")):
        yield _fields(model, text.split(_read(path)).front)


def _fields(model: type[F], written: str) -> F:
    return read(model, plain_yaml.read(written, first_line=1), UTC).fields


def _read(path: Path) -> str:
    """Return a file's text; nothing of what cannot be read, or is no plain file."""
    decoded = text.decode(read_plain(path, LARGEST_TEXT) or b"")
    return decoded if isinstance(decoded, str) else ""
