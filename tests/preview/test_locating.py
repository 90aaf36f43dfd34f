"""One page by its address: the same as a build makes, with all others or without."""

import pytest
from tests import builders
from tests.builders import NOW
from tests.render.website import rich_site

from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.preview.locating import Site


@pytest.mark.parametrize("made", [rich_site.rich(), builders.publication(), builders.publication(builders.issue())])
def test_every_page_of_a_build_is_found_and_no_other(made: Publication) -> None:
    site = Site(release(made, NOW, drafts=True), rich_site.theme())
    pages = rich_site.render(made, drafts=True)
    assert {address: site.page(address) for address in site.addresses()} == pages
    assert all(site.has(address) for address in pages)


def test_where_there_is_no_page_none_is_made() -> None:
    site = Site(release(rich_site.rich(), NOW, drafts=True), rich_site.theme())
    assert (site.page("issues/1999-01/"), site.has("issues/1999-01/")) == (None, False)
