"""The light table in a browser: somebody writes and saves, and looks at all panes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Frame, Page, ViewportSize, expect, sync_playwright
from tests.preview.conftest import Serve, change
from tests.web.conftest import QUIET
from tests.web.parts import AXE, CHROMIUM
from tests.web.watching import Watch

from pressroom.build.places import Places
from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.running import listen
from pressroom.preview.serving import application
from pressroom.preview.table import Table
from pressroom.preview.trial import Trial

_ISSUE = "content/issues/2026-11/issue.md"
_STORY = "content/issues/2026-11/story-01.md"
_SCREENS: Final[tuple[tuple[int, Literal["light", "dark"]], ...]] = ((1440, "light"), (375, "light"), (1440, "dark"))
_PAGES, _EMAILS = ("phone", "desk"), ("email-phone", "email-desk", "email-dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture
def table(archive: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Two issues, the newer one also in Dutch, and for readers at the front line."""
    shutil.copytree(archive, tmp_path, dirs_exist_ok=True)
    translation = "---\ntitle: De Loopplank\nsummary: Alles over november.\n---\n\nWelkom aan boord.\n"
    (tmp_path / "content/issues/2026-11/issue.nl.md").write_text(translation)
    with (tmp_path / "content/publication.yml").open("a") as file:
        file.write(
            "languages: [en, nl]\naudiences:\n  - {id: quays, language: en, kind: frontline, to: q@example.com}\n"
        )
    spot = Spot(host=HERE, port=1, path="/")
    laid = Table(Places(root=tmp_path), Trial(spot, drafts=False), tmp_path_factory.mktemp("table"))
    laid.look()
    return laid


@pytest.fixture
def origin(table: Table, serve: Serve) -> str:
    taken = listen(0, network=False)
    spot = Spot(host=HERE, port=int(taken.getsockname()[1]), path="/")
    serve(application(spot, table), taken)
    return spot.base_url


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """The table, open on a laptop; whatever goes wrong on it fails the test at its end."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    watch = Watch(origin)
    watch.over(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(f"{origin}.pressroom/", wait_until="load")
    yield page
    context.close()
    assert not watch.complaints


def frame(page: Page, name: str) -> Frame:
    handle = page.locator(f"[data-pane={name}] iframe").element_handle()
    found = handle.content_frame() if handle else None
    assert found
    return found


def save(table: Table, name: str, before: str, after: str) -> None:
    change(table.places, name, before, after)


def write(table: Table, words: str) -> None:
    path = table.places.root / _ISSUE
    path.write_text(f"{path.read_text()}\n{words}\n")


def test_what_is_saved_is_in_every_pane_and_each_stays_where_it_was(page: Page, table: Table) -> None:
    framed = [frame(page, name) for name in (*_PAGES, *_EMAILS)]
    for one in framed:
        one.evaluate("scrollTo(0, 150)")
    text = page.locator("[data-pane=email-text] pre")
    text.evaluate("one => one.scrollTop = 40")
    audio = frame(page, "episode").evaluate("window.stays = 1")
    write(table, "And a sentence that was not there.")
    for one in framed:
        expect(one.get_by_text("And a sentence that was not there.")).to_be_attached()
        assert one.evaluate("scrollY") == 150
    expect(text).to_contain_text("And a sentence that was not there.")
    assert text.evaluate("one => one.scrollTop") == 40
    assert frame(page, "episode").evaluate("window.stays") == audio, "what is heard goes on"


def test_a_pane_that_cannot_be_mended_where_it_stands_is_loaded_again_at_its_place(page: Page, table: Table) -> None:
    shown = frame(page, "phone")
    shown.evaluate("document.querySelectorAll('main *').forEach(one => { one.dataset.changed = 1 }); window.stays = 1")
    shown.evaluate("scrollTo(0, 150)")
    write(table, "And a sentence that was not there.")
    expect(frame(page, "phone").get_by_text("And a sentence that was not there.")).to_be_attached()
    page.wait_for_function(
        "() => document.querySelector('[data-pane=phone] iframe').contentDocument.readyState == 'complete'"
    )
    assert frame(page, "phone").evaluate("[window.stays, scrollY]") == [None, 150]


def test_an_error_stands_on_the_page_before_what_was_good_and_goes_when_it_is_mended(page: Page, table: Table) -> None:
    save(table, _ISSUE, "date: 2026-11-01", "date: the first of November")
    alarm = page.locator("[data-alarm]")
    expect(alarm).to_contain_text("date")
    expect(page.locator(".finding--error summary code").first).to_have_text(f"{_ISSUE}:3")
    expect(page.locator(".excerpt__meant")).to_contain_text("date: the first of November")
    expect(frame(page, "phone").get_by_role("heading", level=1)).to_have_text("The Gangway 2026-11")
    save(table, _ISSUE, "date: the first of November", "date: 2026-11-02")
    expect(alarm).to_be_empty()
    expect(page.locator(".finding--error")).to_have_count(0)
    expect(frame(page, "phone").locator("time").first).to_contain_text("2 November 2026")


def test_the_title_changes_in_the_bar_and_a_story_is_offered(page: Page, table: Table) -> None:
    save(table, _ISSUE, "title: The Gangway 2026-11", "title: The one with the <b>rope</b>")
    expect(page.get_by_role("heading", level=1)).to_have_text("The one with the <b>rope</b>")
    path = table.places.root / _STORY
    path.write_text(f"{path.read_text()}\nA last word.\n")
    page.get_by_role("button", name="Show “").click()
    for name in _PAGES:
        expect(frame(page, name).get_by_text("A last word.")).to_be_attached()
    path.write_text(f"{path.read_text()}\nAnd one more.\n")
    for name in _PAGES:
        expect(frame(page, name).get_by_text("And one more.")).to_be_attached()


def test_issue_edition_and_language_can_be_switched_and_drafts_are_marked(page: Page, table: Table) -> None:
    expect(page.get_by_label("Language and edition").locator("option")).to_have_text(
        ["English", "English, front line", "Nederlands"]
    )
    page.get_by_label("Language and edition").select_option(label="Nederlands")
    page.wait_for_url("**/2026-11/nl/")
    expect(frame(page, "email-phone").get_by_text("Welkom aan boord.")).to_be_attached()
    expect(frame(page, "desk").locator("html")).to_have_attribute("lang", "nl")
    page.get_by_label("Issue", exact=True).select_option("2026-10")
    page.wait_for_url("**/2026-10/en/")
    page.get_by_label("Page on the site").select_option(index=1)
    expect(frame(page, "desk").get_by_role("link", name="The Gangway 2026-10").first).to_be_attached()
    save(table, "content/issues/2026-10/issue.md", "number: 1", "number: 1\ndraft: true")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Draft")
    expect(page.get_by_label("Issue", exact=True).locator("option:checked")).to_contain_text("(draft)")


def test_a_story_more_brings_the_page_anew(page: Page, table: Table) -> None:
    save(table, _ISSUE, "episode: 2026-11-talk\n", "")
    expect(page.locator("[data-pane=episode]")).to_have_count(0)


def test_a_link_in_a_message_opens_beside_the_table(page: Page) -> None:
    with page.expect_popup() as opened:
        frame(page, "email-desk").locator("a[href*='story-01']").first.click()
    opened.value.wait_for_url("**/issues/2026-11/story-01/")


def test_everybody_can_use_it_on_a_laptop_on_a_phone_and_in_the_dark(
    browser: Browser, origin: str, table: Table
) -> None:
    save(table, _ISSUE, "date: 2026-11-01", "date: the first of November")
    for width, scheme in _SCREENS:
        size = ViewportSize(width=width, height=800)
        context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{origin}.pressroom/", wait_until="load")
        expect(page.locator(".finding--error")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.add_script_tag(path=AXE.need())
        found = page.evaluate("axe.run(document, {iframes: false})")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
        context.close()


def test_the_keyboard_reaches_the_choices_the_panes_and_the_words(page: Page) -> None:
    for name in ("issue", "edition", "leaf"):
        page.keyboard.press("Tab")
        expect(page.locator(f"#{name}")).to_be_focused()
    text = page.locator("[data-pane=email-text] pre")
    text.focus()
    expect(text).to_be_focused()
    assert page.locator("iframe[tabindex='-1']").count() == 0
