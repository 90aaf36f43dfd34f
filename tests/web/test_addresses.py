"""Every address on a page leads to something: below the path where the site stands, and from a folder on disk."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.web.conftest import ORIGIN, Visitor
from tests.web.kinds import KINDS, MISSING
from tests.web.visiting import visit

_ADDRESSES = """() => [...document.querySelectorAll("[href]:not([href^='#']), [src]")]
  .map(element => element.href || element.src)"""
_ON_DISK = {kind: path for kind, path in KINDS.items() if path != MISSING}
"""404.html is for servers alone, and has the server's paths."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_address_lies_below_the_site_and_is_there(page: Page, site: Path, kind: str) -> None:
    visit(page, kind)
    own = _paths(page, below=urlsplit(ORIGIN)._replace(path="/").geturl())
    assert own
    assert [path for path in own if not path.startswith("/news/")] == []
    assert [path for path in own if not _is_there(site / path.removeprefix("/news/"), path)] == []


@pytest.mark.parametrize("kind", _ON_DISK)
def test_a_page_works_from_a_folder_on_disk(visitor: Visitor, site: Path, kind: str) -> None:
    served, lying = visitor(), visitor()
    visit(served, kind)
    lying.goto((site / KINDS[kind] / "index.html").as_uri())
    assert _look(lying) == _look(served)
    own = _paths(lying, below="file:")
    assert own
    assert [path for path in own if not Path(path).is_file()] == []


def test_a_reader_goes_from_page_to_page_on_disk(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="The Gangway", exact=True).click()
    assert page.url == (site / "index.html").as_uri()


def _paths(page: Page, *, below: str) -> list[str]:
    addresses: list[str] = page.evaluate(_ADDRESSES)
    return [unquote(urlsplit(address).path) for address in addresses if address.startswith(below)]


def _is_there(file: Path, path: str) -> bool:
    return (file / "index.html").is_file() if path.endswith("/") else file.is_file()


def _look(page: Page) -> object:
    """Return what a page looks like, in so far as its style sheets say."""
    return page.evaluate("""() => [document.body, document.querySelector("h1")].map(element => {
      const {fontFamily, fontSize, color, backgroundColor} = getComputedStyle(element)
      return {fontFamily, fontSize, color, backgroundColor}
    })""")
