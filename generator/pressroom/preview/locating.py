"""Locating: one page of the site by its address, made when somebody looks at it, whatever the others are."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial

from pressroom.model import addresses
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.model.web_page import WebPage
from pressroom.render.website import fronts, issues, listings, podcast
from pressroom.render.website.catalogue import Catalogue

_Make = Callable[[], WebPage]


class Site:
    """The pages of a release, none of which is made yet."""

    def __init__(self, current: Release, theme: Theme) -> None:
        languages = current.publication.languages_in_use()
        self._catalogues = tuple(Catalogue(current, theme, language) for language in languages)

    def page(self, address: str) -> WebPage | None:
        """Return the page at an address relative to the site's root, such as `issues/2026-11/`."""
        make = self._made.get(address)
        return make() if make else None

    def has(self, address: str) -> bool:
        """Tell whether there is a page at an address."""
        return address in self._made

    def addresses(self) -> tuple[str, ...]:
        """Return where there are pages."""
        return tuple(self._made)

    @cached_property
    def _made(self) -> Mapping[str, _Make]:
        """What makes each page, by its address."""
        found = dict(self._podcast())
        for catalogue in self._catalogues:
            found |= dict((*self._fronts(catalogue), *_issues(catalogue), *self._listings(catalogue)))
        return {**found, addresses.MISSING: partial(fronts.missing, self._catalogues[0])}

    def _fronts(self, catalogue: Catalogue) -> Iterator[tuple[str, _Make]]:
        yield addresses.home(catalogue.prefix), partial(fronts.home, catalogue, self._catalogues)
        yield addresses.archive(catalogue.prefix), partial(fronts.archive, catalogue, self._catalogues)

    def _listings(self, catalogue: Catalogue) -> Iterator[tuple[str, _Make]]:
        for section in catalogue.by_section:
            make = partial(listings.section, catalogue, self._catalogues, section)
            yield addresses.section(catalogue.prefix, section), make
        for person in catalogue.people:
            make = partial(listings.person, catalogue, self._catalogues, person)
            yield addresses.person(catalogue.prefix, person), make
        for page in catalogue.pages:
            yield page.address, partial(_first, listings.standing, catalogue, page.address)

    def _podcast(self) -> Iterator[tuple[str, _Make]]:
        catalogue = podcast.home(self._catalogues)
        if catalogue.show:
            yield addresses.PODCAST, partial(podcast.show, catalogue)
        for position, episode in enumerate(catalogue.episodes):
            yield episode.address, partial(podcast.episode, catalogue, position)


def _issues(catalogue: Catalogue) -> Iterator[tuple[str, _Make]]:
    for position, issue in enumerate(catalogue.issues):
        pages = partial(issues.pages, position=position)
        own = (story.address for story in issue.stories if story.language == issue.language)
        for address in (issue.address, *own):
            yield address, partial(_first, pages, catalogue, address)


def _first(pages: Callable[[Catalogue], Iterator[WebPage]], catalogue: Catalogue, address: str) -> WebPage:
    """Make pages up to the one with an address."""
    return next(page for page in pages(catalogue) if page.address == address)
