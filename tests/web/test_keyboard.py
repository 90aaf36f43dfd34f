"""Everything is reached and seen with the keyboard alone, in the order of reading."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.web.conftest import Visitor
from tests.web.visiting import OPENED, visit

_MARK = """() => {
  const wanted = ":is(a[href], button, input, select, textarea, summary, audio[controls], [tabindex='0'])"
  const modal = document.querySelector("dialog:modal") ?? document
  const found = [...modal.querySelectorAll(`${wanted}:not(:disabled, [tabindex='-1'], [type=radio]:not(:checked))`)]
    .filter(element => element.checkVisibility({visibilityProperty: true}))
  const shadows = found.map(element => getComputedStyle(element).boxShadow)
  window.__reachable = {found, shadows}
  return found.map((element, number) => element.outerHTML.slice(0, 120))
}"""
"""Finds what the keyboard has to reach; of several radio buttons that is the one that is chosen."""

_FOCUSED = """() => {
  const focused = document.activeElement
  const {found, shadows} = window.__reachable
  const number = found.indexOf(focused)
  const seen = focused.matches("input") && !focused.offsetWidth ? focused.nextElementSibling : focused
  const style = getComputedStyle(seen)
  const box = seen.getBoundingClientRect()
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
  const shadowed = number >= 0 && seen === focused && style.boxShadow !== shadows[number]
  return {
    number,
    told: focused.outerHTML.slice(0, 120),
    marked: outlined || shadowed || focused.matches("audio"),
    onscreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""
"""Tells where focus is, and whether it shows: on the element, on the label of an input that is not drawn itself, or
inside the browser's own player."""


@pytest.mark.parametrize("kind", OPENED)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(visitor: Visitor, kind: str) -> None:
    page = visitor(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    visit(page, kind)
    reachable: list[str] = page.evaluate(_MARK)
    reached = _tab_through(page, most=2 * len(reachable) + 20)
    unseen = [stop["told"] for stop in reached if not (stop["marked"] and stop["onscreen"])]
    assert not unseen, f"focus is not to be seen on {unseen}"
    numbers = [stop["number"] for stop in reached if stop["number"] >= 0]
    missed = [told for number, told in enumerate(reachable) if number not in numbers]
    assert not missed, f"Tab does not reach {missed}"
    first = numbers.index(0)
    assert numbers[first:] + numbers[:first] == sorted(numbers), "Tab does not follow the page's order"


def _tab_through(page: Page, *, most: int) -> list[dict[str, Any]]:
    """Press Tab until focus leaves the page or comes round, and return where it was, each place once."""
    start = page.evaluate(_FOCUSED)
    reached: list[dict[str, Any]] = [] if _is_nowhere(start) else [start]
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if reached and stop["told"] == reached[-1]["told"]:
            continue
        if _is_nowhere(stop) or stop["number"] in [seen["number"] for seen in reached]:
            break
        reached.append(stop)
    return reached


def _is_nowhere(stop: dict[str, Any]) -> bool:
    return bool(stop["told"].startswith("<body"))


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    visit(page, "story")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
