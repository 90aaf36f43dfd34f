"""The website's pages: a pure function from a release to what the theme's templates show."""

from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.model.web_page import WebPage
from pressroom.render.website.catalogue import Catalogue, catalogues
from pressroom.render.website.documents import documents
from pressroom.render.website.share_cards import cards
from pressroom.render.website.sheaves import Sheaf, of_issue, sheaves

__all__ = ["Catalogue", "Sheaf", "cards", "catalogues", "documents", "of_issue", "render", "sheaves"]


def render(release: Release, theme: Theme) -> tuple[WebPage, ...]:
    """Return every page of the site, in the order of its sheaves."""
    return tuple(page for sheaf in sheaves(catalogues(release, theme), {}) for page in sheaf.make())
