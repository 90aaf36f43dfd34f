"""The website's pages: a pure function from a release to what the theme's templates show."""

from collections.abc import Iterator, Sequence

from pressroom.model.artifact import WebPage
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.render.website import fronts, issues, listings, podcast
from pressroom.render.website.catalogue import Catalogue
from pressroom.render.website.documents import documents

__all__ = ["documents", "render"]


def render(release: Release, theme: Theme) -> tuple[WebPage, ...]:
    """Return every page of the site: each language's in turn, the podcast's, and the one for dead addresses.

    Addresses are relative to the page that they stand on; those of the dead-address page
    start at the root of `base_url`. The theme gives the phrases; its templates come later.
    """
    languages = release.publication.languages_in_use()
    catalogues = tuple(Catalogue(release, theme, language) for language in languages)
    return tuple(_pages(catalogues))


def _pages(catalogues: Sequence[Catalogue]) -> Iterator[WebPage]:
    for catalogue in catalogues:
        yield fronts.home(catalogue, catalogues)
        yield fronts.archive(catalogue, catalogues)
        yield from issues.pages(catalogue)
        yield from listings.sections(catalogue, catalogues)
        yield from listings.people(catalogue, catalogues)
        yield from listings.standing(catalogue)
    yield from podcast.pages(catalogues)
    yield fronts.missing(catalogues[0])
