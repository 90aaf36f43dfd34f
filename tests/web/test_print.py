"""An issue goes up on the notice board: A4, with the name and the stories, without what one can only press."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.web.visiting import visit

_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
_LINK = re.compile(rb"/URI \((.*?)\)")


@pytest.mark.parametrize("kind", ["issue", "single-file issue", "story"])
def test_paper_has_the_matter_and_no_controls(page: Page, kind: str) -> None:
    visit(page, kind)
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("banner").get_by_text("The Gangway", exact=True)).to_be_visible()
    expect(page.locator("header nav, footer").filter(visible=True)).to_have_count(0)
    expect(page.locator(".press-paper img")).to_be_visible()
    expect(page.locator(".press-paper")).to_contain_text("/issues/2026-")
    expect(page.locator("button, input:not(:disabled), audio").filter(visible=True)).to_have_count(0)


def test_an_issue_is_some_pages_of_a4(page: Page) -> None:
    visit(page, "issue")
    printed = page.pdf(prefer_css_page_size=True)
    pages = [tuple(round(float(side)) for side in box) for box in _BOX.findall(printed)]
    assert set(pages) <= {(595, 842), (596, 842)}, "not A4"
    assert 1 <= len(pages) <= 4
    links = b" ".join(_LINK.findall(printed))
    assert b"/news/issues/2026-11/aurora-comes-home/" in links
    assert b"/news/nl/" not in links
