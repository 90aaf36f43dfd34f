"""What the publication has already, for proposals: read lightly, since its faults are for `check` to tell."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pressroom.load import plain_yaml, text
from pressroom.load.plain_yaml import Value

PUBLICATION = "content/publication.yml"
ISSUES = "content/issues"
SHOW = "podcast/show.yml"
EPISODES = "podcast/episodes"

Values = Mapping[str, Value]


def publication(root: Path) -> Values:
    """Return what publication.yml says; nothing of it where it cannot be read."""
    return _yaml(_read(root / PUBLICATION))


def issue_ids(root: Path) -> list[str]:
    """Return the ids of the issues that there are."""
    return sorted(path.parent.name for path in (root / ISSUES).glob("*/issue.md"))


def next_issue(root: Path) -> int | None:
    """Return the number that the next issue has; None where issues are not counted."""
    issues = list(_front_matters(root / ISSUES, "issue.md"))
    numbers = [number for issue in issues if (number := _whole(issue, "number"))]
    return _next(numbers, begun=bool(issues))


def next_episode(root: Path) -> tuple[int | None, int | None]:
    """Return the season and number that come next, the last season going on; None where they are not used."""
    episodes = list(_front_matters(root / EPISODES, "episode.md"))
    season = max((_whole(episode, "season") for episode in episodes), default=0)
    numbers = [n for episode in episodes if _whole(episode, "season") == season and (n := _whole(episode, "number"))]
    return season or None, _next(numbers, begun=bool(episodes))


def _next(numbers: Iterable[int], *, begun: bool) -> int | None:
    last = max(numbers, default=0)
    return None if begun and not last else last + 1


def _front_matters(folder: Path, name: str) -> Iterator[Values]:
    for path in sorted(folder.glob(f"*/{name}")):
        parts = text.split(_read(path))
        yield _yaml(parts.front) if isinstance(parts, text.Parts) else {}


def _yaml(source: str) -> Values:
    return plain_yaml.read(source, 1).values


def _read(path: Path) -> str:
    """Return a file's text; nothing of what cannot be read, or is no plain file."""
    try:
        decoded = text.decode(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""
    return decoded if isinstance(decoded, str) else ""


def _whole(values: Values, field: str) -> int:
    written = values.get(field)
    return int(written) if isinstance(written, str) and written.isascii() and written.isdigit() else 0
