"""A publication that is edited at random: what lies on the disk follows from its state, which stays sound."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.load.building import mp3, picture

_WORDS = "anchor ferry quay harbour tide wind fog lamp buoy ticket parcel galley coffee bread rota shift".split()


@dataclass
class Story:
    """A story, and what it refers to."""

    title: str
    text: str
    section: str
    author: str
    dutch: bool = False
    link: tuple[str, str] | None = None
    """The issue and the slug of the story that it links to."""


@dataclass
class Issue:
    """An issue with its stories."""

    title: str
    number: int
    day: int
    editor: str
    dutch: bool = False
    draft: bool = False
    episode: str = ""
    stories: dict[str, Story] = field(default_factory=dict)


@dataclass
class State:
    """All that a publication says."""

    chance: random.Random
    people: dict[str, str] = field(
        default_factory=lambda: {"ada": "Ada Vos", "bram": "Bram Bos", "cleo": "Cleo de Wit"}
    )
    sections: dict[str, str] = field(default_factory=lambda: {"ships": "Ships", "people": "People"})
    description: str = "News of the ferries."
    about: str = "Who we are."
    issues: dict[str, Issue] = field(default_factory=dict)
    episodes: dict[str, str] = field(default_factory=dict)
    phrase: str = ""
    style: str = ""
    shade: int = 0
    made: int = 0

    def words(self, number: int = 6) -> str:
        """Return some words."""
        return " ".join(self.chance.choice(_WORDS) for _ in range(number))

    def fresh(self, prefix: str) -> str:
        """Return a name that was not used before."""
        self.made += 1
        return f"{prefix}-{self.made}"

    def any_issue(self) -> Issue:
        """Choose an issue."""
        return self.issues[self.chance.choice(sorted(self.issues))]

    def any_story(self) -> Story:
        """Choose a story."""
        stories = [story for issue in self.issues.values() for story in issue.stories.values()]
        return self.chance.choice(stories)

    def story(self) -> Story:
        """Return a new story."""
        section, author = self.chance.choice(sorted(self.sections)), self.chance.choice(sorted(self.people))
        return Story(self.words(3).capitalize(), self.words(40), section, author)

    def issue(self) -> Issue:
        """Return a new issue."""
        self.made += 1
        stories = {self.fresh("story"): self.story() for _ in range(2)}
        return Issue(self.words(2).capitalize(), self.made, 1 + self.made % 28, "ada", stories=stories)


Edit = Callable[[State], object]


def _rename_story(state: State) -> None:
    issue_id = state.chance.choice(sorted(state.issues))
    stories = state.issues[issue_id].stories
    slug = state.chance.choice(sorted(stories))
    stories[state.fresh("story")] = stories.pop(slug)


def _remove_story(state: State) -> None:
    issue = state.any_issue()
    if len(issue.stories) > 1:
        issue.stories.pop(state.chance.choice(sorted(issue.stories)))


def _add_issue(state: State) -> None:
    state.made += 1
    state.issues[f"2026-{state.made:02d}"] = state.issue()


def _remove_issue(state: State) -> None:
    if len(state.issues) > 2:
        state.issues.pop(state.chance.choice(sorted(state.issues)))


def _rename_issue(state: State) -> None:
    state.issues[state.fresh("2026")] = state.issues.pop(state.chance.choice(sorted(state.issues)))


def _link(state: State) -> None:
    other = state.chance.choice(sorted(state.issues))
    state.any_story().link = (other, state.chance.choice(sorted(state.issues[other].stories)))


def _translate(state: State) -> None:
    issue = state.any_issue()
    issue.dutch = not issue.dutch
    for story in issue.stories.values():
        story.dutch = issue.dutch and state.chance.random() < 0.7


def _hear(state: State) -> None:
    issue = state.any_issue()
    issue.episode = state.chance.choice(["", *sorted(state.episodes)])


def _add_episode(state: State) -> None:
    state.episodes[state.fresh("talk")] = state.words(3).capitalize()


def _set(owner: Callable[[State], object], name: str, value: Callable[[State], object]) -> Edit:
    return lambda state: setattr(owner(state), name, value(state))


def _put(table: str, value: Callable[[State], str]) -> Edit:
    def edit(state: State) -> None:
        known: dict[str, str] = getattr(state, table)
        known[state.chance.choice(sorted(known))] = value(state)

    return edit


EDITS: dict[str, Edit] = {
    "a word": _set(State.any_story, "text", lambda state: state.words(40)),
    "another word": _set(State.any_story, "text", lambda state: state.words(41)),
    "a person is named": _set(
        State.any_story, "text", lambda s: f"{s.words()} {s.chance.choice(sorted(s.people.values()))} {s.words()}"
    ),
    "a story's title": _set(State.any_story, "title", lambda state: state.words(3).capitalize()),
    "a story's section": _set(State.any_story, "section", lambda state: state.chance.choice(sorted(state.sections))),
    "a story's author": _set(State.any_story, "author", lambda state: state.chance.choice(sorted(state.people))),
    "a new story": lambda state: state.any_issue().stories.update({state.fresh("story"): state.story()}),
    "a story less": _remove_story,
    "a story's name": _rename_story,
    "a link": _link,
    "an issue's title": _set(State.any_issue, "title", lambda state: state.words(2).capitalize()),
    "an issue's day": _set(State.any_issue, "day", lambda state: state.chance.randint(1, 28)),
    "an issue's editor": _set(State.any_issue, "editor", lambda state: state.chance.choice(sorted(state.people))),
    "a draft": _set(State.any_issue, "draft", lambda state: state.chance.random() < 0.5),
    "a new issue": _add_issue,
    "an issue less": _remove_issue,
    "an issue's name": _rename_issue,
    "another language": _translate,
    "an issue's episode": _hear,
    "a new episode": _add_episode,
    "an episode's title": _put("episodes", lambda state: state.words(3).capitalize()),
    "a person's name": _put("people", lambda state: state.words(2).title()),
    "a section's title": _put("sections", lambda state: state.words(1).capitalize()),
    "a new person": lambda state: state.people.update({state.fresh("person"): state.words(2).title()}),
    "a new section": lambda state: state.sections.update({state.fresh("section"): state.words(1).capitalize()}),
    "a standing page": _set(lambda state: state, "about", lambda state: state.words(20)),
    "the description": _set(lambda state: state, "description", lambda state: state.words()),
    "a phrase of the theme": _set(lambda state: state, "phrase", lambda state: state.words(2)),
    "a style sheet of the theme": _set(lambda state: state, "style", lambda state: f"/* {state.words()} */\n"),
    "a picture": _set(lambda state: state, "shade", lambda state: state.shade + 1),
}


def begin(seed: int) -> State:
    """Return a publication of three issues and an episode."""
    state = State(random.Random(seed))  # noqa: S311  the same edits each time, nothing secret
    for _ in range(3):
        _add_issue(state)
    _add_episode(state)
    return state


def files(state: State) -> dict[str, bytes]:
    """Return what lies on the disk."""
    people = "".join(f"  {one}: {{name: {name}}}\n" for one, name in state.people.items())
    sections = "".join(f"  {one}: {title}\n" for one, title in state.sections.items())
    found = {
        "content/publication.yml": "name: The Gangway\norganization: Lantern Line\nbase_url: https://news.example.com/\n"
        f"description: {state.description}\nlanguage: en\nlanguages: [en, nl]\ntimezone: Europe/Amsterdam\n"
        f"people:\n{people}sections:\n{sections}",
        "content/pages/about.md": f"---\ntitle: About us\n---\n{state.about}\n",
        "podcast/show.yml": "title: Voices\ndescription: People.\nauthor: Us\ncategory: Business > Management\n"
        "artwork: artwork.png\nguid: 917393e3-1b1e-5cef-ace4-edaa54e1f810\n",
    }
    for name, issue in state.issues.items():
        found |= _issue(state, name, issue)
    for name, title in state.episodes.items():
        head = f"title: {title}\nguid: guid-{name}\ndate: 2026-03-04\naudio: talk.mp3\npeople: [ada]\n"
        found[f"podcast/episodes/{name}/episode.md"] = f"---\n{head}---\nNotes.\n"
    if state.phrase:
        found["themes/website/phrases/en.yml"] = f"archive: {state.phrase}\n"
    if state.style:
        found["themes/website/assets/press/extra.css"] = state.style
    made = {name: text.encode() for name, text in found.items()}
    made["podcast/artwork.png"] = picture(1400, 1400)
    made |= {f"podcast/episodes/{name}/talk.mp3": mp3(4) for name in state.episodes}
    shaded = picture(700 + state.shade, 400)
    return made | {f"content/issues/{name}/boats.png": shaded for name in state.issues}


def _issue(state: State, name: str, issue: Issue) -> dict[str, str]:
    folder, date = f"content/issues/{name}", f"2026-02-{issue.day:02d}"
    episode = f"episode: {issue.episode}\n" if issue.episode else ""
    draft = "draft: true\n" if issue.draft else ""
    head = f"title: {issue.title}\ndate: {date}\nnumber: {issue.number}\neditors: [{issue.editor}]\n{episode}{draft}"
    found = {f"{folder}/issue.md": f"---\n{head}---\nDear all.\n"}
    if issue.dutch:
        found[f"{folder}/issue.nl.md"] = f"---\ntitle: {issue.title} nl\n---\nBeste allen.\n"
    for place, (slug, story) in enumerate(issue.stories.items()):
        own = f"title: {story.title}\nsummary: Short.\nsection: {story.section}\nauthors: [{story.author}]\n"
        shown = "image: boats.png\nimage_alt: Boats\n" if place == 0 else ""
        link = ""
        if story.link and story.link[1] in getattr(state.issues.get(story.link[0]), "stories", {}):
            link = f"\n\nSee [this](../{story.link[0]}/{story.link[1]}.md)."
        found[f"{folder}/{slug}.md"] = f"---\n{own}{shown}---\n{story.text}{link}\n"
        if story.dutch:
            found[f"{folder}/{slug}.nl.md"] = f"---\ntitle: {story.title} nl\nsummary: Kort.\n---\nWoorden.\n"
    return found


def lay(root: Path, wanted: dict[str, bytes]) -> None:
    """Make a folder hold these files; one that is there already is not touched."""
    for folder in ("content", "podcast", "themes"):
        for path in sorted((root / folder).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(root).as_posix() not in wanted:
                path.unlink()
    for name, data in wanted.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
