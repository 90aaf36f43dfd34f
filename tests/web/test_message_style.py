"""What is written into a message's elements, compared with css-inline's result, which shares no code with premailer.

One template goes through both; then Chromium says how each element looks, on a desk and on a phone, light and dark.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import css_inline
import pytest
from playwright.sync_api import Browser, Page
from tests.render.newsletter import rich_issue
from tests.web import letters
from tests.web.letters import set_up

from pressroom.model.edition import Edition
from pressroom.model.issue import Issue
from pressroom.model.release import Release
from pressroom.render.newsletter.compiling import compile_contents
from pressroom.render.newsletter.extent import LADDER
from pressroom.render.newsletter.inlining import inline
from pressroom.render.newsletter.wording import wording

Subject = Callable[[], tuple[Issue, Release]]

_REPOSITORY = Path(__file__).resolve().parents[2]
_PROPERTY = re.compile(r"([a-z-]+):[^;{}]+[;}]")
_LOOKS = """names => [...document.querySelectorAll("body, body *")].map(element => {
  const style = getComputedStyle(element)
  return [`${element.tagName}.${element.className}`, ...names.map(name => `${name}: ${style.getPropertyValue(name)}`)]
})"""


@pytest.fixture
def pages(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two pages of the same size."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page(), context.new_page()
    context.close()


def _everything() -> tuple[Issue, Release]:
    issue = rich_issue.chosen()
    return issue, rich_issue.released(issue)


def _newest() -> tuple[Issue, Release]:
    current = letters.read(_REPOSITORY)
    return current.publication.issues[0], current


@pytest.mark.parametrize("which", [_everything, _newest])
def test_css_inline_makes_every_element_look_the_same(
    pages: tuple[Page, Page], which: Callable[[], tuple[Issue, Release]]
) -> None:
    html = _filled(*which())
    ours, theirs = pages
    ours.set_content(inline(html))
    theirs.set_content(_by_css_inline(html))
    for width, scheme in ((1280, "light"), (375, "light"), (375, "dark")):
        pairs = zip(_looks(ours, html, width, scheme), _looks(theirs, html, width, scheme), strict=True)
        assert [pair for pair in pairs if pair[0] != pair[1]] == [], (width, scheme)


def test_a_rule_that_is_lost_is_seen(pages: tuple[Page, Page]) -> None:
    html = _filled(*_everything())
    ours, theirs = pages
    ours.set_content(inline(html.replace(".prose li {", ".prose lj {")))
    theirs.set_content(_by_css_inline(html))
    assert _looks(ours, html, 1280, "light") != _looks(theirs, html, 1280, "light")


def _filled(issue: Issue, current: Release) -> str:
    """Return a message as the theme's templates make it, with all its style in its head."""
    press = set_up(_REPOSITORY, current)
    words = wording(press.theme, issue.language, current.publication.zone())
    return press._fill(compile_contents(Edition(issue=issue), current, words, LADDER[0]), words)


def _by_css_inline(html: str) -> str:
    kept = html.replace('data-premailer="ignore"', 'data-css-inline="keep"')
    return css_inline.inline(kept, load_remote_stylesheets=False)


def _looks(page: Page, html: str, width: int, scheme: str) -> list[list[str]]:
    """Return each element with the properties that the theme uses, as they are computed."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a str that is one of two
    return list(page.evaluate(_LOOKS, sorted(set(_PROPERTY.findall(html[: html.index("</head>")])))))
