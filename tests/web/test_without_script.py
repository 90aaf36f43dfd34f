"""With JavaScript off everything but search is there, and nothing stands about that could only work with it."""

import pytest
from playwright.sync_api import expect
from tests.web.conftest import Visitor
from tests.web.kinds import KINDS
from tests.web.visiting import visit

_MATTER = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, blockquote, td, figcaption, img, audio)")]
  .filter(element => element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(element => !element.closest("[data-part]"))
  .map(element => element.alt || element.textContent)"""
"""The words and pictures of a page; what the player says of itself (`data-part`) is none."""

_CONTROLS = "button, select, input:not(:disabled), label:not(:has(:disabled))"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_shows_its_matter(visitor: Visitor, kind: str) -> None:
    page, scripted = visitor(java_script_enabled=False), visitor()
    visit(page, kind)
    visit(scripted, kind)
    expect(page.locator("h1")).to_be_visible()
    shown = page.evaluate(_MATTER)
    assert [words for words in scripted.evaluate(_MATTER) if words not in shown] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_stands_about_that_does_nothing(visitor: Visitor, kind: str) -> None:
    page = visitor(java_script_enabled=False)
    visit(page, kind)
    idle = page.locator(_CONTROLS).filter(visible=True).all()
    assert [control.evaluate("element => element.outerHTML") for control in idle] == []


def test_an_episode_can_be_played(visitor: Visitor) -> None:
    page = visitor(java_script_enabled=False)
    visit(page, "episode")
    expect(page.locator("audio[controls]")).to_be_visible()
