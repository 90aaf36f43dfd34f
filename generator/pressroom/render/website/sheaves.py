"""Sheaves: pages that follow from the same things, and a key for these, so that what is known need not be made.

A key is made of everything that its pages show or follow: the folder that they tell of (whose digest stands for all
that it holds), what stands around every page, the people who are named, what comes before and after, and where each
link leads. It holds neither the theme nor the program; whoever keeps the pages adds these.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.model.web_page import WebPage
from pressroom.render.tokens import key
from pressroom.render.website import fronts, issues, listings, podcast
from pressroom.render.website.catalogue import Catalogue, catalogues
from pressroom.render.website.shown import Shown, surroundings


@dataclass(frozen=True)
class Sheaf:
    """Pages that are made together."""

    key: str
    """Empty where it costs more to know it than to make the pages."""

    make: Callable[[], Iterable[WebPage]]
    pages: int = 1
    """How many it makes."""


Digests = Mapping[str, str]
"""What each issue's and each episode's folder became, by its path; empty where nothing is kept."""


def sheaves(catalogues: Sequence[Catalogue], digests: Digests) -> tuple[Sheaf, ...]:
    """Return every page of the site: each language's in turn, the podcast's, and the one for dead addresses.

    Addresses are relative to the page that they stand on; those of the dead-address page
    start at the root of `base_url`. The theme gives the phrases; its templates come later.
    """
    around = surroundings(catalogues)
    binders = [_Binder(catalogue, catalogues, digests, around) for catalogue in catalogues]
    return (
        *(sheaf for binder in binders for sheaf in binder.language()),
        *binders[catalogues.index(podcast.home(catalogues))].podcast(),
        Sheaf("", lambda: [fronts.missing(catalogues[0])]),
    )


def of_issue(release: Release, theme: Theme, issue: str) -> tuple[WebPage, ...]:
    """Return the pages of one issue alone, in every language, and that of its episode."""
    all_of_them = catalogues(release, theme)
    heard = podcast.home(all_of_them)
    spoken = {one.episode for one in release.publication.issues if one.id == issue}
    return (
        *(
            page
            for catalogue in all_of_them
            for position, one in enumerate(catalogue.issues)
            if one.id == issue
            for page in issues.pages(catalogue, position)
        ),
        *(podcast.episode(heard, position) for position, one in enumerate(heard.episodes) if one.id in spoken),
    )


class _Binder:
    """Makes the sheaves of one language."""

    def __init__(self, catalogue: Catalogue, catalogues: Sequence[Catalogue], digests: Digests, around: str) -> None:
        self.catalogue = catalogue
        self.catalogues = catalogues
        self.digests = digests
        self.shown = Shown(catalogue)
        self.around = (around, catalogue.language)

    def language(self) -> Iterator[Sheaf]:
        """Give the pages of a language, but for those of the podcast."""
        catalogue, all_of_them = self.catalogue, self.catalogues
        yield Sheaf("", lambda: [fronts.home(catalogue, all_of_them)])
        yield self._archive()
        yield from (self._issue(position) for position in range(len(catalogue.issues)))
        yield from (self._section(section) for section in catalogue.by_section)
        yield from (self._person(person) for person in catalogue.people)
        yield Sheaf("", partial(listings.standing, catalogue), len(catalogue.pages))

    def podcast(self) -> Iterator[Sheaf]:
        """Give the pages of the podcast."""
        episodes = self.catalogue.episodes
        if self.catalogue.show is None:
            return
        heard = [self.shown.episode(episode) for episode in episodes]
        yield Sheaf(key(*self.around, "show", *heard), lambda: [podcast.show(self.catalogue)])
        yield from (self._episode(position) for position in range(len(episodes)))

    def _archive(self) -> Sheaf:
        catalogue = self.catalogue
        updated = str(fronts.last_change(catalogue))
        shown = map(self.shown.issue, catalogue.issues)
        pages = partial(fronts.archive, catalogue, self.catalogues)
        return Sheaf(key(*self.around, "archive", updated, *shown), lambda: [pages()])

    def _issue(self, position: int) -> Sheaf:
        shown, catalogue = self.shown, self.catalogue
        issue = catalogue.issues[position]
        folder = self._folder(issue.source.path)
        parts = (shown.neighbours(catalogue.issues, position), shown.around_issue(issue))
        own = sum(story.language == issue.language for story in issue.stories)
        return Sheaf(folder and key(*self.around, folder, *parts), partial(issues.pages, catalogue, position), 1 + own)

    def _section(self, section: str) -> Sheaf:
        stories = map(self.shown.story, self.catalogue.by_section[section])
        pages = partial(listings.section, self.catalogue, self.catalogues, section)
        return Sheaf(key(*self.around, "section", section, *stories), lambda: [pages()])

    def _person(self, person: str) -> Sheaf:
        pages = partial(listings.person, self.catalogue, self.catalogues, person)
        speak = [catalogue.language for catalogue in self.catalogues if person in catalogue.people]
        return Sheaf(key(*self.around, "person", *speak, *self.shown.works(person)), lambda: [pages()])

    def _episode(self, position: int) -> Sheaf:
        shown, episodes = self.shown, self.catalogue.episodes
        episode = episodes[position]
        folder = self._folder(episode.source.path)
        parts = (shown.neighbours(episodes, position), shown.around_episode(episode))
        pages = partial(podcast.episode, self.catalogue, position)
        return Sheaf(folder and key(*self.around, folder, *parts), lambda: [pages()])

    def _folder(self, path: str) -> str:
        return self.digests.get(path.rpartition("/")[0], "")
