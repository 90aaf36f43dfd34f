"""`pressroom new`: the files that an issue, a story, a show or an episode begins with.

Each function takes the publication's root, writes, and returns the paths of what it wrote. Nothing that is there is
ever changed. `answers` are values of fields, which were looked at already (see `questions`); the others stay blank.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from pressroom.desk import clock, known, names, studio
from pressroom.desk.recording import require_sound
from pressroom.desk.scaffolds import newsletter, podcast
from pressroom.desk.scaffolds.filling import NO_ANSWERS, Answers
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.desk.writing import require_free, write
from pressroom.errors import Unreadable, UsageWrong
from pressroom.load.episodes import FOLDER
from pressroom.load.issues import FOLDER as ISSUES
from pressroom.load.names import is_fit, proposed
from pressroom.model.near import did_you_mean


def issue(root: Path, issue_id: str, *, today: date | None = None, answers: Answers = NO_ANSWERS) -> tuple[Path, ...]:
    """Begin an issue: its folder with issue.md, the next number and a proposed date.

    Raises:
        UsageWrong: the name cannot be an address, or is taken.
        Unwritable: the files cannot be written; so for all of these.

    """
    require_new_issue(root, issue_id)
    day = clock.proposed(issue_id, today or clock.today())
    return write(root, newsletter.issue(issue_id, day, known.next_issue(root), answers))


def require_new_issue(root: Path, issue_id: str) -> None:
    """Refuse the name of an issue that cannot begin.

    Raises:
        UsageWrong: the name cannot be an address, or is taken.

    """
    names.require_fit(issue_id, "an issue")
    require_free(root, f"{ISSUES}/{issue_id}/issue.md")


def story(root: Path, issue_id: str, slug: str, *, answers: Answers = NO_ANSWERS) -> tuple[Path, ...]:
    """Begin a story of an issue that is there.

    Raises:
        UsageWrong: there is no such issue; or the name cannot be an address, or is taken.

    """
    require_issue(root, issue_id)
    require_new_story(root, issue_id, slug)
    sections = filter(is_fit, known.publication(root).sections or {})
    return write(root, newsletter.story(issue_id, slug, sections, answers))


def require_issue(root: Path, issue_id: str) -> None:
    """Refuse an issue that there is not.

    Raises:
        UsageWrong: there is none of that name.

    """
    issues = known.issue_ids(root)
    if issue_id not in issues:
        hint = (
            did_you_mean(issue_id, dict(zip(issues, issues, strict=True)), "Issues")
            if issues
            else f"Begin it: pressroom new issue {issue_id}"
        )
        raise UsageWrong(f"There is no issue {issue_id}.", hint)


def require_new_story(root: Path, issue_id: str, slug: str) -> None:
    """Refuse the name of a story that cannot begin.

    Raises:
        UsageWrong: the name cannot be an address, or is taken.

    """
    names.require_fit(slug, "a story")
    require_free(root, f"{ISSUES}/{issue_id}/{slug}.md")


def show(root: Path, *, answers: Answers = NO_ANSWERS) -> tuple[Path, ...]:
    """Begin the podcast: its show.yml, with the guid that it keeps for ever.

    Raises:
        UsageWrong: there is one already.
        Unreadable: publication.yml does not say where the site stands.

    """
    require_no_show(root)
    publication = known.publication(root)
    author, language = publication.organization or "", publication.language or "en"
    return write(root, podcast.show(publication.base_url or "", author, language, answers))


def require_no_show(root: Path) -> None:
    """Refuse to begin a show that there is, or one that could not be named.

    Raises:
        UsageWrong: there is one already.
        Unreadable: publication.yml does not say where the site stands.

    """
    require_free(root, known.SHOW)
    if not known.publication(root).base_url:
        message = "A show is named after its feed's address, and content/publication.yml has no base_url that is one."
        raise Unreadable(message, "Write where the site will stand, such as base_url: https://news.example.com")


def episode(  # noqa: PLR0913  what it begins with, and who hears of it
    root: Path,
    episode_id: str,
    sound: Path,
    *,
    today: date | None = None,
    tell: Callable[[str], None] = lambda _: None,
    answers: Answers = NO_ANSWERS,
) -> tuple[Path, ...]:
    """Begin an episode: its folder with an MP3 made of the recording, and episode.md with a new guid.

    `tell` hears what is done, and what was heard. The recording is not touched.

    Raises:
        UsageWrong: there is no show, or no sound; or the name cannot be an address, or is taken.

    """
    require_show(root)
    require_new_episode(root, episode_id)
    require_sound(sound)
    season, number = known.next_episode(root)
    day = today or clock.today()
    with tempfile.TemporaryDirectory(prefix="pressroom-") as folder:
        made = studio.make(root, sound, studio.Session(episode_id, day, season, number), Path(folder), tell)
        beginning = podcast.Beginning(
            id=episode_id,
            sound=made.path,
            audio=f"{proposed(sound.stem)}{made.path.suffix.lower()}",
            guid=uuid4(),
            day=day,
            season=season,
            number=number,
            chapters=made.chapters,
        )
        return write(root, podcast.episode(beginning, answers))


def require_show(root: Path) -> None:
    """Refuse an episode of no show.

    Raises:
        UsageWrong: there is no show.

    """
    if not (root / known.SHOW).is_file():
        raise UsageWrong("There is no show yet.", "Begin it first: pressroom new show")


def require_new_episode(root: Path, episode_id: str) -> None:
    """Refuse the name of an episode that cannot begin.

    Raises:
        UsageWrong: the name cannot be an address, or is taken.

    """
    names.require_fit(episode_id, "an episode")
    require_free(root, f"{FOLDER}/{episode_id}/episode.md")


def sound(
    root: Path,
    episode_id: str,
    recording: Path,
    *,
    today: date | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Path:
    """Make an episode's sound again, out of a better recording or of its own: a file beside the one that it has.

    It has another name, since apps and proxies keep what they fetched from an address once. Which of the two is heard
    episode.md says, and is the editor's to change.

    Raises:
        UsageWrong: there is no such episode, or no sound.

    """
    _require_episode(root, episode_id)
    require_sound(recording)
    known_of_it, folder = known.episode(root, episode_id), f"{FOLDER}/{episode_id}"
    day = known_of_it.date.date() if known_of_it.date else today or clock.today()
    session = studio.Session(episode_id, day, known_of_it.season, known_of_it.number)
    with tempfile.TemporaryDirectory(prefix="pressroom-") as room:
        made = studio.make(root, recording, session, Path(room), tell)
        if made.cut and (known_of_it.chapters or known_of_it.transcript):
            tell(f"All of it is {made.cut:.1f} seconds earlier now: so are its chapters, and its transcript.")
        name = _free(root / folder, proposed(recording.stem), made.path.suffix.lower())
        return write(root, Scaffold(texts={}, copies={f"{folder}/{name}": made.path}))[0]


def _require_episode(root: Path, episode_id: str) -> None:
    names.require_fit(episode_id, "an episode")
    episodes = known.episode_ids(root)
    if episode_id not in episodes:
        begin = f"To begin it: pressroom new episode {episode_id} FILE"
        hint = did_you_mean(episode_id, dict(zip(episodes, episodes, strict=True)), "Episodes", begin)
        raise UsageWrong(f"There is no episode {episode_id}.", hint)


def _free(folder: Path, stem: str, suffix: str) -> str:
    """Return a file's name that nothing there has: `talk.mp3`, else `talk-2.mp3`."""
    names_of_it = (f"{stem}{number}{suffix}" for number in ("", *(f"-{count}" for count in range(2, 1_000))))
    return next(name for name in names_of_it if not os.path.lexists(folder / name))
