"""Search as a reader has it: in the box, as they type, with the keyboard, in their own language."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, expect
from tests.web.conftest import Visitor
from tests.web.visiting import search

STORY = "issues/2026-11/aurora-comes-home/"
MOST = 400_000
"""Bytes that the first result may cost."""


def box(page: Page) -> Locator:
    return page.get_by_role("dialog", name=re.compile("Search|Zoeken"))


def field(page: Page) -> Locator:
    return box(page).get_by_role("textbox")


def results(page: Page) -> Locator:
    return box(page).get_by_role("article")


def test_nothing_of_it_is_fetched_before_it_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(STORY, wait_until="networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
    search(page, "ferry")
    assert [url for url in asked if "/pagefind/" in url]


def test_the_first_result_is_light(page: Page) -> None:
    page.goto("", wait_until="networkidle")
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108  Playwright takes no built-in method
    search(page, "ferry")
    page.wait_for_load_state("networkidle")
    assert sum(request.sizes()["responseBodySize"] for request in asked) <= MOST


def test_a_result_shows_what_it_is_from_when_and_a_picture(page: Page) -> None:
    page.goto("")
    search(page, "nell captain engines")
    result = results(page).filter(has=page.get_by_role("link", name="The Aurora comes home", exact=True))
    expect(result).to_contain_text("Ships and crews")
    expect(result).to_contain_text("19 November 2026")
    expect(result).to_contain_text("Marit Dekker")
    expect(result.locator("mark").first).to_be_visible()
    picture = result.locator("img")
    expect(picture).to_have_attribute("alt", "")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_how_much_was_found_is_told_politely(page: Page) -> None:
    page.goto("")
    search(page, "trumpet")
    expect(box(page).get_by_role("status")).to_have_text("2 results")
    field(page).fill("xyzzyx")
    expect(box(page).get_by_role("status")).to_have_text("Nothing found")
    expect(results(page)).to_have_count(0)
    field(page).fill("")
    expect(box(page).get_by_role("status")).to_have_text("Type to start searching")


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_materials_shortcuts_open_it_and_escape_gives_focus_back(page: Page, key: str) -> None:
    page.goto("")
    link = page.get_by_role("link", name="Podcast").first
    link.focus()
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_letter_with_a_modifier_is_the_browsers_own(page: Page) -> None:
    page.goto("")
    page.keyboard.press("Alt+s")
    expect(box(page)).to_be_hidden()


def test_the_arrows_go_through_the_results_and_typing_goes_on(page: Page) -> None:
    page.goto("")
    search(page, "aurora")
    links = results(page).get_by_role("link")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" home")
    expect(field(page)).to_have_value("aurora home")


def test_tab_stays_in_the_box(page: Page) -> None:
    page.goto("")
    search(page, "trumpet")
    page.keyboard.press("Shift+Tab")
    expect(results(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(field(page)).to_be_focused()
    field(page).fill("")
    page.keyboard.press("Shift+Tab")
    expect(box(page).get_by_role("button", name="Close")).to_be_focused()


def test_enter_opens_the_first_result(page: Page) -> None:
    page.goto(STORY)
    search(page, "contribute")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/news/how-to-contribute/"))


def test_a_long_page_is_opened_where_the_words_are(page: Page) -> None:
    page.goto("")
    search(page, "pictures telephone")
    expect(results(page).first.get_by_role("link")).to_have_attribute("href", "/news/how-to-contribute/#pictures")


def test_more_are_shown_when_asked_for(page: Page) -> None:
    page.goto("")
    search(page, "ship")
    expect(results(page)).to_have_count(8)
    box(page).get_by_role("button", name="Show more").click()
    expect(results(page).nth(8).get_by_role("link")).to_be_focused()


def test_an_address_can_ask(page: Page) -> None:
    page.goto("about/?q=trumpet")
    expect(field(page)).to_have_value("trumpet")
    expect(results(page)).to_have_count(2)


def test_readers_find_what_is_in_their_language(page: Page) -> None:
    page.goto("nl/?q=haven")
    expect(box(page).get_by_role("status")).to_have_text(re.compile("resultaat"))
    addresses = results(page).get_by_role("link").evaluate_all("links => links.map(link => link.pathname)")
    assert addresses
    assert all(address.startswith("/news/nl/") for address in addresses)


def test_on_a_phone_a_button_opens_it_and_another_closes_it(visitor: Visitor) -> None:
    page = visitor(viewport={"width": 320, "height": 600}, has_touch=True)
    page.goto("")
    button = page.get_by_role("button", name="Search")
    button.tap()
    field(page).fill("aurora")
    expect(results(page).first).to_be_visible()
    wide = box(page).evaluate("box => Math.max(box.scrollWidth, document.documentElement.scrollWidth)")
    assert wide <= 320
    box(page).get_by_role("button", name="Close").tap()
    expect(box(page)).to_be_hidden()
    expect(button).to_be_focused()


def test_a_click_beside_it_closes_it(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    expect(box(page)).to_be_visible()
    page.mouse.click(5, 700)
    expect(box(page)).to_be_hidden()


def test_what_the_index_holds_is_shown_as_text(page: Page) -> None:
    page.goto("")
    search(page, "ferry")
    tags = box(page).locator(".md-search-result__excerpt *").evaluate_all("all => all.map(one => one.localName)")
    assert set(tags) <= {"mark"}


def test_in_a_folder_it_says_why_there_is_none(visitor: Visitor, site: Path) -> None:
    page = visitor()
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    expect(box(page).get_by_role("status")).to_have_text(
        "Search needs a web server; here the pages are opened from a folder."
    )
