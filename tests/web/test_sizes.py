"""Nothing runs out of the page: not on the narrowest phone, not at 200%, not with letters twice as large."""

import pytest
from playwright.sync_api import Page
from tests.web.conftest import Visitor
from tests.web.visiting import OPENED, visit

_WIDTHS = (320, 360, 375, 480, 640, 768, 1024, 1280, 1920)
_BEYOND = "() => document.scrollingElement.scrollWidth - innerWidth"
_CULPRITS = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
  .map(element => `${element.tagName.toLowerCase()}.${element.className}`).slice(0, 5)"""
_CUT = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.checkVisibility() && element.innerText?.trim() && !element.closest("pre, table"))
  .filter(element => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
  .filter(element => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
  .map(element => `${element.tagName.toLowerCase()}.${element.className}: ${element.innerText}`)"""
_TWICE = """() => {
  const root = document.documentElement
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`
}"""


@pytest.mark.parametrize("kind", OPENED)
def test_no_page_scrolls_sideways(page: Page, kind: str) -> None:
    """WCAG 2.2, 1.4.10: from 320 px, which is also 1280 px at 400%."""
    visit(page, kind)
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not _runs_out(page), f"at {width} px"


@pytest.mark.parametrize("kind", OPENED)
def test_a_page_can_be_used_at_twice_its_size(visitor: Visitor, kind: str) -> None:
    """WCAG 2.2, 1.4.4: the browser's zoom makes a window of 1280 px one of 640."""
    page = visitor(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    visit(page, kind)
    assert not _runs_out(page)
    assert not page.evaluate(_CUT)


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("kind", OPENED)
def test_letters_may_be_twice_as_large(visitor: Visitor, kind: str, width: int) -> None:
    """WCAG 2.2, 1.4.4, for who enlarges the letters alone."""
    page = visitor(viewport={"width": width, "height": 800})
    visit(page, kind)
    page.evaluate(_TWICE)
    assert not _runs_out(page)
    assert not page.evaluate(_CUT)


def _runs_out(page: Page) -> list[str]:
    """Return what stands beyond the right edge, where the page can be scrolled there."""
    beyond = page.evaluate(_BEYOND)
    return [f"{beyond} px", *page.evaluate(_CULPRITS)] if beyond > 0 else []
