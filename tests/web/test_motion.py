"""Who asks for less motion gets none."""

import pytest
from tests.web.conftest import Visitor
from tests.web.visiting import OPENED, visit

_MOVING = """() => {
  const seconds = list => Math.max(...list.split(",").map(parseFloat))
  const moves = style =>
    (seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== "none") ||
    (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) ||
    style.scrollBehavior === "smooth"
  return [...document.querySelectorAll("*")].flatMap(element =>
    ["", "::before", "::after"].filter(part => moves(getComputedStyle(element, part)))
      .map(part => `${element.tagName.toLowerCase()}.${element.className}${part}`))
}"""


@pytest.mark.parametrize("kind", OPENED)
def test_nothing_moves_under_reduced_motion(visitor: Visitor, kind: str) -> None:
    page = visitor(reduced_motion="reduce")
    visit(page, kind)
    moving = page.evaluate(_MOVING)
    assert not moving, sorted(set(moving))
    assert page.evaluate("document.getAnimations().filter(one => one.effect.getTiming().duration > 10).length") == 0
