"""The past: an issue as it was at a commit, read with the eyes of today.

Its texts alone are brought back, into a folder that is thrown away, and read by the same loader. Pictures and sounds
stay where they are: whether they changed, git says without bringing them.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom import load
from pressroom.build import git
from pressroom.build.places import Places
from pressroom.load.publication import PATH
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.plain import read_plain
from pressroom.store import Store

ISSUES, EPISODES = "content/issues", "podcast/episodes"
_SHOW = "podcast/show.yml"
_LARGEST = 1_000_000
"""Bytes of these two files, at most."""


class Since(Model):
    """The commit that an issue is compared with."""

    name: str
    """As who asked wrote it: `origin/main`."""

    commit: str


class Past(Model):
    """What was, and which files have changed since."""

    since: Since
    issues: tuple[Issue, ...] = ()
    """The issue in each of its languages; none where it is new."""

    episode: Episode | None = None
    touched: Mapping[str, str] = {}
    """Files of the issue and of its episode that have changed: `A` is new, `D` gone, `M` another."""


def look_back(places: Places, since: Since, issue: str, episode: str | None) -> Past:
    """Return an issue, and an episode, as they were at a commit.

    Raises:
        Unreadable: git refuses to say it.

    """
    folders = [f"{ISSUES}/{issue}", *([f"{EPISODES}/{episode}"] if episode else [])]
    texts = {path: text for folder in folders for path, text in git.texts_at(places.root, since.commit, folder).items()}
    touched = git.touched(places.root, since.commit, folders)
    if not texts:
        return Past(since=since, touched=touched)
    with TemporaryDirectory() as name:
        _lay_out(Path(name), texts, places.root)
        was = load.load(Path(name), Store(None)).publication
    issues = tuple(one for one in was.issues if one.id == issue)
    return Past(since=since, issues=issues, episode=was.show.episode(episode) if was.show else None, touched=touched)


def touched_issues(places: Places, commit: str, episodes: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the ids of the issues that have changed since a commit, with those whose episode has.

    `episodes` says, of each issue that there is, which episode belongs to it; its order is theirs.

    Raises:
        Unreadable: git refuses to say it.

    """
    paths = [path.split("/") for path in git.touched(places.root, commit, (ISSUES, EPISODES))]
    folders = {(parts[0], parts[2]) for parts in paths if len(parts) > 3}
    return tuple(
        issue for issue, spoken in episodes.items() if ("content", issue) in folders or ("podcast", spoken) in folders
    )


def _lay_out(root: Path, texts: Mapping[str, str], now: Path) -> None:
    for path in (PATH, _SHOW):
        if data := read_plain(now / path, _LARGEST):
            _write(root / path, data)
    for path, text in texts.items():
        _write(root / path, text.encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
