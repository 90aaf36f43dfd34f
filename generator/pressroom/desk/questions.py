"""What `pressroom new` and `pressroom init` ask where somebody is there to answer, and what becomes of an answer.

An answer goes through the same checks as what stands in a file, so that nothing is written that `check` would refuse.
"""

import os
import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pressroom.check.rules import unknown_person, unknown_section
from pressroom.desk import clock, known, new
from pressroom.desk.recording import require_sound
from pressroom.desk.scaffolds.filling import Answer, written
from pressroom.errors import UsageWrong
from pressroom.load.fields.base import Fields, key_of
from pressroom.load.fields.newsletter import IssueFields, StoryFields
from pressroom.load.fields.podcast import EpisodeFields, ShowFields
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import faults_alone
from pressroom.load.fields.shape import form_of
from pressroom.load.names import proposed

_CATEGORY = "Business"
_LANGUAGE = "en"

Check = Callable[[str], None]
"""Raises UsageWrong where an answer cannot be."""


@dataclass(frozen=True)
class Question:
    """Something to ask."""

    name: str
    words: str
    check: Check
    proposal: str = ""
    """What an answer of nothing means; without one, it means that the field stays blank."""

    needed: bool = False
    """Whether it is asked until there is an answer."""

    several: bool = False

    def taken(self, text: str) -> Answer:
        """Return what was answered, as it goes into a file."""
        return parts(text) if self.several else text


def of_field(model: type[Fields], name: str, *, proposal: str = "", needed: bool = False) -> Question:
    """Ask for a field, in the words that explain it everywhere."""
    several = form_of(model, name)[0] == "texts"
    words = f"{model.model_fields[name].description}{' Several with commas between.' if several else ''}"

    def check(text: str) -> None:
        for fault in faults_alone(model, name, written(parts(text) if several else text)):
            raise UsageWrong(fault.message, fault.hint)

    return Question(key_of(name), words, check, proposal, needed, several)


def publication() -> tuple[Question, ...]:
    """Ask for what a publication cannot do without."""
    needed = tuple(of_field(PublicationFields, name, needed=True) for name in ("name", "organization", "base_url"))
    words = "The language that you write in; with commas between, others that it comes in as well."
    languages = of_field(PublicationFields, "languages", proposal=_LANGUAGE, needed=True)
    zone = of_field(PublicationFields, "timezone", proposal=clock.timezone(), needed=True)
    return (*needed, replace(languages, words=words), zone)


def issue_id(root: Path, today: date | None = None) -> Question:
    """Ask how an issue's folder is to be called."""
    check = _checking(new.require_new_issue, root)
    words = "The name of its folder, and of its address."
    return Question("ID", words, check, clock.next_month(known.issue_ids(root), today or clock.today()), needed=True)


def issue(root: Path, issue_id: str, today: date | None = None) -> Iterable[Question]:
    """Ask for the facts about an issue."""
    day = clock.proposed(issue_id, today or clock.today())
    yield of_field(IssueFields, "title")
    yield of_field(IssueFields, "date", proposal=day.isoformat(), needed=True)
    yield of_field(IssueFields, "summary")
    yield from _people(root, IssueFields, "editors")


def story_issue(root: Path) -> Question:
    """Ask which issue a story belongs to; the last by its name is proposed."""
    last = next(reversed(known.issue_ids(root)), "")
    return Question("ISSUE", "The issue that it belongs to.", _checking(new.require_issue, root), last, needed=True)


def story_slug(root: Path, issue_id: str, title: Answer) -> Question:
    """Ask how a story's file is to be called; proposed is what its title comes to in an address."""

    def check(slug: str) -> None:
        new.require_new_story(root, issue_id, slug)

    return Question("SLUG", "The name of its file, and of its address.", check, _name_for(title), needed=True)


def story_title() -> Question:
    """Ask what a story is called."""
    return of_field(StoryFields, "title")


def story(root: Path) -> Iterable[Question]:
    """Ask for the facts about a story."""
    yield of_field(StoryFields, "summary")
    sections = known.publication(root).sections or {}
    if sections:
        yield _known(of_field(StoryFields, "section"), sections, unknown_section.told)
    yield from _people(root, StoryFields, "authors")


def recording() -> Question:
    """Ask for an episode's recording."""

    def check(text: str) -> None:
        require_sound(dropped(text))

    return Question("FILE", "The recording: WAV, MP3, M4A, a video, or what you have.", check, needed=True)


def dropped(text: str) -> Path:
    """Return the file that is meant: one that is dropped on a terminal comes in quotes, or with backslashes."""
    if os.path.lexists(text):
        return Path(text)
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    return Path(words[0] if len(words) == 1 else text)


def episode_title() -> Question:
    """Ask what an episode is called."""
    return of_field(EpisodeFields, "title")


def episode_id(root: Path, title: Answer, today: date | None = None) -> Question:
    """Ask how an episode's folder is to be called."""
    name = _name_for(title)
    proposal = f"{today or clock.today():%Y-%m}-{name}" if name else ""
    check = _checking(new.require_new_episode, root)
    return Question("ID", "The name of its folder, and of its address.", check, proposal, needed=True)


def episode(root: Path) -> Iterable[Question]:
    """Ask for the facts about an episode."""
    yield of_field(EpisodeFields, "summary")
    yield from _people(root, EpisodeFields, "people")


def show(root: Path) -> Iterable[Question]:
    """Ask for the facts about a show."""
    yield of_field(ShowFields, "title")
    yield of_field(ShowFields, "description")
    yield of_field(ShowFields, "author", proposal=known.publication(root).organization or "")
    yield of_field(ShowFields, "category", proposal=_CATEGORY)


def _people(root: Path, model: type[Fields], name: str) -> Iterable[Question]:
    people = {one: person.name or one for one, person in (known.publication(root).people or {}).items()}
    if people:
        yield _known(of_field(model, name), people, unknown_person.told)


def _known(
    question: Question, ids: Mapping[str, str], told: Callable[[str, Mapping[str, str]], tuple[str, str]]
) -> Question:
    """Ask for ids (id → name) of which those alone are known."""

    def check(text: str) -> None:
        question.check(text)
        for one in parts(text):
            if one not in ids:
                raise UsageWrong(*told(one, ids))

    return replace(question, words=f"{question.words} Known: {', '.join(ids)}.", check=check)


def _checking(check: Callable[[Path, str], None], root: Path) -> Check:
    return lambda text: check(root, text)


def parts(text: str) -> tuple[str, ...]:
    """Return the entries of a list that was typed with commas between."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _name_for(title: Answer) -> str:
    name = proposed(str(title))
    return "" if name == proposed("") else name
