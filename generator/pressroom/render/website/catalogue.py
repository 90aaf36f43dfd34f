"""What the site holds in one language, and where in it each thing stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple, TypeVar
from urllib.parse import quote, urlsplit

from pressroom.model import addresses as places
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.mentions import named_in
from pressroom.model.person import Person
from pressroom.model.podcast import Episode, Show
from pressroom.model.programme import Programme, programme
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.render import addresses
from pressroom.render.hosting import policy
from pressroom.render.website.colours import Colours, colours
from pressroom.render.website.wording import Wording, same_language

_Thing = TypeVar("_Thing")


class Piece(NamedTuple):
    """A story, and the issue that it stands in."""

    story: Story
    issue: Issue


@dataclass(frozen=True)
class Catalogue:
    """The site in one language; pages are made from it and from one noun each."""

    release: Release
    theme: Theme
    language: str

    @cached_property
    def publication(self) -> Publication:
        """The publication at this moment."""
        return self.release.publication

    @cached_property
    def wording(self) -> Wording:
        """What the site says in this language."""
        return Wording(self.theme, self.language, self.publication.zone())

    @cached_property
    def brand(self) -> Colours:
        """The brand's colours, and their shades that can be read."""
        return colours(self.publication.brand)

    @cached_property
    def policy(self) -> str:
        """What a page lets a browser load and run."""
        return policy.in_page(policy.of_pages(self.publication))

    @cached_property
    def prefix(self) -> str:
        """What stands before this language's addresses."""
        return self.publication.prefix(self.language)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the site is in, the default first."""
        return self.publication.languages_in_use()

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """The issues in this language, newest first."""
        return self.publication.issues_in(self.language)

    @cached_property
    def issues_by_id(self) -> Mapping[str, tuple[Issue, ...]]:
        """Each issue in every language that it exists in, the default first."""
        return _gathered((issue.id, issue) for issue in self.publication.issues)

    @cached_property
    def programme(self) -> Programme:
        """The events of these issues."""
        return programme(self.issues)

    @cached_property
    def pages_by_slug(self) -> Mapping[str, tuple[Page, ...]]:
        """Each standing page in every language that it exists in."""
        return _gathered((page.slug, page) for page in self.publication.pages)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The standing pages in this language."""
        return tuple(page for page in self.publication.pages if page.language == self.language)

    @cached_property
    def show(self) -> Show | None:
        """The show, where readers of the site may hear it."""
        return self.publication.show_in_site()

    @cached_property
    def episodes(self) -> tuple[Episode, ...]:
        """The episodes that have a page, newest first."""
        return self.show.episodes if self.show else ()

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Piece, ...]]:
        """The stories of each section that has a page, newest issue first; sections as publication.yml orders them."""
        found: dict[str, list[Piece]] = {key: [] for key in self.publication.sections}
        for piece in self._pieces():
            if piece.story.section in found:
                found[piece.story.section].append(piece)
        return {key: tuple(pieces) for key, pieces in found.items() if pieces or self.is_default()}

    @cached_property
    def by_author(self) -> Mapping[str, tuple[Piece, ...]]:
        """What each person wrote, newest issue first."""
        return _gathered((author, piece) for piece in self._pieces() for author in dict.fromkeys(piece.story.authors))

    @cached_property
    def by_editor(self) -> Mapping[str, tuple[Issue, ...]]:
        """The issues that each person edited, newest first."""
        return _gathered((editor, issue) for issue in self.issues for editor in dict.fromkeys(issue.editors))

    @cached_property
    def by_speaker(self) -> Mapping[str, tuple[Episode, ...]]:
        """The episodes that each person speaks in, newest first."""
        return _gathered((guest, episode) for episode in self.episodes for guest in dict.fromkeys(episode.people))

    @cached_property
    def by_mention(self) -> Mapping[str, tuple[Piece, ...]]:
        """The stories that name each person whom they are not by, newest issue first."""
        return _gathered((person, piece) for piece in self._pieces() for person in self._named_in(piece.story))

    @cached_property
    def by_episode(self) -> Mapping[str, tuple[Issue, ...]]:
        """The issues that each episode belongs to, newest first."""
        return _gathered((issue.episode, issue) for issue in self.issues if issue.episode)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people who have a page: everybody in the default language, else those who wrote or edited."""
        busy = self.by_author.keys() | self.by_editor.keys()
        known = self.publication.people
        return {key: person for key, person in known.items() if self.is_default() or key in busy}

    def episode_of(self, issue: Issue) -> Episode | None:
        """Return the episode that belongs to an issue, where readers of the site may hear it."""
        return self._episodes_by_id.get(issue.episode or "")

    @cached_property
    def _episodes_by_id(self) -> Mapping[str, Episode]:
        return {episode.id: episode for episode in self.episodes}

    def is_default(self) -> bool:
        """Tell whether this is the publication's first language."""
        return self.language == self.publication.language

    def speaks(self, language: str) -> bool:
        """Tell whether readers of this language read another tag as their own."""
        return same_language(self.language, language)

    def person_address(self, person: str) -> str:
        """Return a person's page in this language, or in the default one."""
        return places.person(self.prefix if person in self.people else "", person)

    def way_from(self, page: str) -> Callable[[str], str]:
        """Return how a page writes addresses of the site: relative to itself."""
        return self._way_from_root if page == places.MISSING else partial(addresses.relative, page)

    def mark(self, thing: Issue | Episode) -> str:
        """Return the word that marks a thing shown only in previews; nothing for others."""
        return self.wording.say("draft") if self.release.is_draft(thing) else ""

    def _way_from_root(self, address: str) -> str:
        return urlsplit(self.publication.base_url).path + quote(address)

    def _named_in(self, story: Story) -> tuple[str, ...]:
        known = self.release.mentions.get(story.source.path)
        return named_in(story, self.publication.people) if known is None else known

    def _pieces(self) -> Iterator[Piece]:
        for issue in self.issues:
            yield from (Piece(story, issue) for story in issue.stories)


def catalogues(release: Release, theme: Theme) -> tuple[Catalogue, ...]:
    """Return the site in each language that it is in, the default first."""
    return tuple(Catalogue(release, theme, language) for language in release.publication.languages_in_use())


def _gathered(pairs: Iterable[tuple[str, _Thing]]) -> Mapping[str, tuple[_Thing, ...]]:
    """Return things by what they belong to, in the order given."""
    found: dict[str, list[_Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}
