"""The hand press: one page at a time, the same bytes as a build's."""

from pathlib import Path

import pytest
from tests.render.website import rich_site

from pressroom.build.engine import build_pages
from pressroom.build.hand_press import HandPress
from pressroom.build.places import Places
from pressroom.errors import Unreadable
from pressroom.model.imprint import Imprint
from pressroom.model.web_page import WebPage

RICH = rich_site.rich()
IMPRINT = Imprint.of(RICH)
PAGES = tuple(rich_site.render(RICH).values())


def _file(page: WebPage) -> str:
    return page.address if page.address == "404.html" else f"{page.address}index.html"


def test_every_page_has_the_bytes_that_a_build_writes(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    build_pages(PAGES, places, Imprint.of(RICH), tmp_path / "built")
    press = HandPress(places, IMPRINT, tmp_path / "press")
    for page in (*PAGES, *reversed(PAGES)):
        assert press.print(page) == (tmp_path / "built" / _file(page)).read_bytes(), page.address


def test_the_themes_files_lie_beside_them(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    build_pages(PAGES[:1], places, Imprint.of(RICH), tmp_path / "built")
    HandPress(places, IMPRINT, tmp_path / "press")
    built, site = tmp_path / "built", tmp_path / "press/site"
    theirs = {path.relative_to(built) for path in built.rglob("*") if path.is_file()} - {Path(_file(PAGES[0]))}
    assert {path.relative_to(site) for path in site.rglob("*") if path.is_file()} == theirs


def test_a_faulty_template_is_named(tmp_path: Path) -> None:
    own = tmp_path / "themes/website/issue.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% if %}")
    press = HandPress(Places(root=tmp_path), IMPRINT, tmp_path / "press")
    with pytest.raises(Unreadable, match=r"issue\.html, line 1"):
        press.print(next(page for page in PAGES if page.template == "issue.html"))
