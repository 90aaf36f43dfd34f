"""What readers can search for: issues, stories, standing pages, people and episodes; never a listing.

Each is found in the language of the site that it stands in, by its text, its title, its section and its people.
They come in batches, with a key for what these follow from: who knows the index of some need not have them made.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

from pressroom.model.artifact import Batch, Document
from pressroom.model.bulk import Bulk
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.render import tokens
from pressroom.render.website import podcast
from pressroom.render.website.cards import cover_of, picture_of
from pressroom.render.website.catalogue import Catalogue, Piece

Digests = Mapping[str, str]
"""What each issue's and each episode's folder became, by its path; empty where nothing is kept."""


def documents(catalogues: Sequence[Catalogue], digests: Digests) -> tuple[Batch, ...]:
    """Return what can be found, each language's in turn; in each the newest come first, then pages and people."""
    show = catalogues[0].show
    home = podcast.home(catalogues) if show else None
    return tuple(
        batch for each in catalogues for batch in _Batches(each, show if each is home else None, digests).all()
    )


class _Batches:
    """The documents of one language."""

    def __init__(self, catalogue: Catalogue, show: Show | None, digests: Digests) -> None:
        self._catalogue = catalogue
        self._show = show
        self._digests = digests
        self._around = _around(catalogue, show) if digests else ""

    def all(self) -> Iterator[Batch]:
        """Give them as they appeared, and those last that have no date."""
        catalogue, show = self._catalogue, self._show
        for issue in catalogue.issues:
            make = partial(_of_issue, catalogue, issue)
            names = (*issue.editors, *(author for story in issue.stories for author in story.authors))
            yield self._batch(make, issue, 1 + len(_own(issue)), names)
        if show:
            for episode in show.episodes:
                yield self._batch(partial(_of_episode, catalogue, show, episode), episode, 1, episode.people)
        yield Batch(partial(_lasting, catalogue), len(catalogue.pages) + len(catalogue.people))

    def _batch(
        self, make: Callable[[], Iterable[Document]], of: Issue | Episode, size: int, names: tuple[str, ...]
    ) -> Batch:
        catalogue, folder = self._catalogue, self._digests.get(of.source.path.rpartition("/")[0])
        called = json.dumps([person.name for person in catalogue.publication.named(names)])
        parts = (self._around, catalogue.mark(of), called)
        return Batch(make, size, catalogue.wording.month(of.date), tokens.key(folder, *parts) if folder else "")


def _around(catalogue: Catalogue, show: Show | None) -> str:
    """Return what every document of a language shows, as a token."""
    said, zone = catalogue.wording.phrases, str(catalogue.publication.zone())
    shown = [catalogue.language, zone, dict(said), dict(catalogue.publication.sections), tokens.show(show)]
    return tokens.key(json.dumps(shown))


def _of_issue(catalogue: Catalogue, issue: Issue) -> Iterator[Document]:
    yield _issue(catalogue, issue)
    yield from (_story(catalogue, Piece(story, issue)) for story in _own(issue))


def _own(issue: Issue) -> list[Story]:
    """Return the stories that are in their issue's language."""
    return [story for story in issue.stories if story.language == issue.language]


def _of_episode(catalogue: Catalogue, show: Show, episode: Episode) -> Iterator[Document]:
    yield _episode(catalogue, show, episode)


def _lasting(catalogue: Catalogue) -> Iterator[Document]:
    yield from (_page(catalogue, page) for page in catalogue.pages)
    yield from (_person(catalogue, person) for person in catalogue.people.values())


def _issue(catalogue: Catalogue, issue: Issue) -> Document:
    say = catalogue.wording
    return Document(
        address=issue.address,
        language=catalogue.language,
        title=issue.title,
        label=say.say("issue_number", number=issue.number) if issue.number else "",
        people=_names(catalogue, issue.editors),
        date=say.date(issue.date).text,
        picture=_smallest(cover_of(issue)[0]),
        draft=catalogue.mark(issue),
        standfirst=issue.summary,
        markup=issue.prose.markup,
        in_parts=issue.is_single_file(),
    )


def _story(catalogue: Catalogue, piece: Piece) -> Document:
    story, issue = piece
    known = story.section in catalogue.by_section
    return Document(
        address=story.address,
        language=catalogue.language,
        title=story.title,
        label=catalogue.publication.sections[story.section] if story.section and known else "",
        people=_names(catalogue, story.authors),
        date=catalogue.wording.date(issue.date).text,
        picture=_smallest(picture_of(story)[0]),
        draft=catalogue.mark(issue),
        standfirst=story.summary,
        markup=story.prose.markup,
    )


def _episode(catalogue: Catalogue, show: Show, episode: Episode) -> Document:
    say = catalogue.wording
    return Document(
        address=episode.address,
        language=catalogue.language,
        title=episode.title,
        label=say.say("episode_number", number=episode.number) if episode.number else show.title,
        people=_names(catalogue, episode.people),
        date=say.date(episode.date).text,
        picture=_smallest(episode.image or show.artwork),
        draft=catalogue.mark(episode),
        standfirst=episode.summary,
        markup=Bulk.of(episode.prose.html + _paragraphs(_spoken(episode))),
    )


def _page(catalogue: Catalogue, page: Page) -> Document:
    return Document(
        address=page.address,
        language=catalogue.language,
        title=page.title,
        standfirst=page.summary,
        markup=page.prose.markup,
        in_parts=True,
    )


def _person(catalogue: Catalogue, person: Person) -> Document:
    about = catalogue.wording.say("person_description", person=person.name, name=catalogue.publication.name)
    return Document(
        address=catalogue.person_address(person.id),
        language=catalogue.language,
        title=person.name,
        label=person.role,
        picture=_smallest(person.photo),
        markup=Bulk.of(_paragraphs([about])),
    )


def _spoken(episode: Episode) -> Iterator[str]:
    """Give an episode's chapters, and what was said in it."""
    yield from (chapter.title for chapter in episode.chapters)
    if episode.transcript:
        yield " ".join(cue.text for cue in episode.transcript.cues)


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _names(catalogue: Catalogue, people: tuple[str, ...]) -> str:
    return catalogue.wording.enumerate(person.name for person in catalogue.publication.named(people))


def _smallest(picture: Picture | None) -> str:
    return picture.modern()[0].address if picture else ""
