"""Goes to each kind of page, as it is when a reader has it before them."""

from typing import Final

from playwright.sync_api import Page, Response, expect
from tests.web.kinds import KINDS

SEARCH: Final = "search results"
OPENED: Final = (*KINDS, SEARCH)
"""Every kind of page, and the home page with a search open over it."""


def visit(page: Page, kind: str) -> Response | None:
    """Open a kind of page; search results are those for a word of the sample."""
    response = page.goto(KINDS.get(kind, ""))
    if kind == SEARCH:
        search(page, "ferry")
    return response


def search(page: Page, words: str) -> None:
    """Search as a reader with a keyboard does, with Material's own shortcut, until there are results."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.get_by_role("dialog").get_by_role("article").get_by_role("link").first).to_be_visible()
